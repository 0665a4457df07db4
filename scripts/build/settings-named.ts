import { readFileSync } from 'node:fs'

/** The settings that compose.ts reads and that this bundle names: what an action has to be given. */
export function settingsNamed(bundle: string): readonly string[] {
  const composed = readFileSync('functions/compose.ts', 'utf8')
  const known = new Set([...composed.matchAll(/'([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)'/g)].map(([, name = '']) => name))
  return [...known].filter((name) => ['"', "'", '`'].some((quote) => bundle.includes(quote + name + quote))).sort()
}
