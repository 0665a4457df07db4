/** The one spelling of a language tag (BCP 47): `pt-BR` for `pt-br`. Absent for what is none. */
export function canonicalLocale(tag: string): string | undefined {
  try {
    const [canonical] = Intl.getCanonicalLocales(tag)
    return canonical !== undefined && canonical.length <= longest ? canonical : undefined
  } catch {
    return undefined
  }
}

const longest = 35
