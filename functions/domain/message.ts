type Trimmed<Head extends string> = Head extends `${infer Name}, plural,${string}`
  ? Name
  : Head extends `${string}#${string}`
    ? never
    : Head

/** The names between the braces of a message: "{n, plural, one {# day} other {# days}} of {all}" asks for n and all. */
export type Named<Text extends string> = Text extends `${string}{${infer Head}}${infer Rest}`
  ? Trimmed<Head> | Named<Rest>
  : never

type Values = { readonly [name: string]: string | number }
type Say = (words: string) => string

const slot = /\{(\w+)(?:, plural,((?: \w+ \{[^{}]*\})+))?\}/

/**
 * Fills a message in: `{name}` is a value, `{n, plural, one {# day} other {# days}}` picks the words by the number,
 * which takes the place of `#`, by the rules of the message's language. `say` is given every stretch of its own words.
 */
export function fill(message: string, values: Values, language: string, say: Say = (words) => words): string {
  // words, name, variants, words, name, variants, …, words
  const parts = message.split(slot)
  return parts
    .map((part, place) => {
      if (place % 3 === 0) return say(part)
      const value = values[part] ?? ''
      if (place % 3 === 1) return parts[place + 1] ? '' : String(value)
      return part && counted(part, Number(values[parts[place - 1] ?? '']), language, say)
    })
    .join('')
}

/** By the language's rules of number. */
function counted(variants: string, count: number, language: string, say: Say): string {
  const { rules, numbers } = countingIn(language)
  const wanted = rules.select(count)
  const words = new Map([...variants.matchAll(/(\w+) \{([^{}]*)\}/g)].map(([, name = '', text = '']) => [name, text]))
  const [before = '', after = ''] = (words.get(wanted) ?? words.get('other') ?? '').split('#')
  return say(before) + numbers.format(count) + say(after)
}

const kept = new Map<string, { readonly rules: Intl.PluralRules; readonly numbers: Intl.NumberFormat }>()

/** Made once for each language: to make them costs far more than to use them. */
function countingIn(language: string) {
  const known = kept.get(language) ?? {
    rules: new Intl.PluralRules(language),
    numbers: new Intl.NumberFormat(`${language}-u-nu-latn`),
  }
  kept.set(language, known)
  return known
}
