import { readFileSync, writeFileSync } from 'node:fs'
import { parts, type Setting } from '../../functions/adapters/setting.ts'
import * as settings from '../../functions/settings.ts'

const file = 'docs/settings.md'
const begin = '<!-- made by npm run build from functions/settings.ts: change that, not this -->'
const end = '<!-- end of what is made -->'

/** One sentence when docs/settings.md does not say what functions/settings.ts says. */
export function isStale(): string | undefined {
  return withTable(read()) === read() ? undefined : `${file} is stale: run npm run build and commit it.`
}

/** Puts the table into docs/settings.md; false when it stood there already. */
export function writeSettings(): boolean {
  if (!isStale()) return false
  writeFileSync(file, withTable(read()))
  return true
}

const read = () => readFileSync(file, 'utf8')

function withTable(text: string): string {
  const [from, to] = [text.indexOf(begin), text.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`${file} has lost the two marks around what is made.`)
  return [text.slice(0, from) + begin, '', ...rows(), '', text.slice(to)].join('\n')
}

function rows(): readonly string[] {
  const told = parts.flatMap((part) => all.filter(({ readBy }) => readBy[0] === part))
  return [
    '| setting | what it says | unless it is set | read by |',
    '|---|---|---|---|',
    ...told.map((setting) => `| ${cells(setting).join(' | ')} |`),
  ]
}

const all: readonly Setting<unknown>[] = Object.values<Setting<unknown>>(settings)
  .filter(({ isFound }) => !isFound)
  .toSorted((a, b) => (a.name < b.name ? -1 : 1))

function cells({ name, meaning, readBy, isSecret, ...rest }: Setting<unknown>): readonly string[] {
  return [`\`${name}\``, `${meaning}${isSecret ? ' **Secret.**' : ''}`, unlessSet(rest), readBy.join(', ')]
}

function unlessSet({ usual, usualHere, mayLack }: Pick<Setting<unknown>, 'usual' | 'usualHere' | 'mayLack'>): string {
  if (usual !== undefined) return `\`${usual}\``
  if (usualHere)
    return `in the local host \`${usualHere.replace('{data}', '<OUTLAY_DATA>').replace('{port}', '<PORT>')}\``
  return mayLack ? 'nothing' : 'missing: a sentence says so'
}
