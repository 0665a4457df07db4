import { settingsNamed } from '../../build/settings-named.ts'

/** Settings of the actions, by name: what OUTLAY_ENV holds as JSON. */
export type Settings = { readonly [name: string]: string }

/** Reads OUTLAY_ENV; a text in place of settings is what is wrong with it, without anything that it holds. */
export function settingsFrom(json: string | undefined): Settings | string {
  if (!json) return 'OUTLAY_ENV is not set: it holds the settings of the actions, as JSON.'
  try {
    const value: unknown = JSON.parse(json)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'OUTLAY_ENV is no JSON object.'
    const wrong = Object.entries(value).find(([, one]) => typeof one !== 'string' || one === '')
    return wrong ? `OUTLAY_ENV: ${wrong[0]} is not a text, or empty.` : { ...value }
  } catch {
    return 'OUTLAY_ENV is not JSON.'
  }
}

/** Those that an action's bundle names: what it does not know it does not get, the private key above all. */
export function settingsOf(bundle: string, settings: Settings): Settings {
  const named = settingsNamed(bundle)
  return Object.fromEntries(Object.entries(settings).filter(([name]) => named.includes(name)))
}

/** A misspelt setting is one that no action reads. */
export function strayNames(bundles: readonly string[], settings: Settings): readonly string[] {
  const read = new Set(bundles.flatMap(settingsNamed))
  return Object.keys(settings).filter((name) => !read.has(name))
}
