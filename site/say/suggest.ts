import { fold } from '../../functions/domain/fold.ts'
import type { Known } from './known.ts'
import type { Said } from './read-said.ts'

/** A name that may be meant, and the line with it in place of what was typed of it. */
export interface Suggestion {
  readonly words: string
  readonly text: string
}

const most = 6

/**
 * Names that begin as what was typed of a payee or a category, without those that are said already; before any word,
 * the payees of `recent`.
 */
export function suggest(
  text: string,
  { parts, kind, payee, category }: Said,
  known: Known,
  recent: readonly string[],
): Suggestion[] {
  if (kind === 'transfer') return []
  const typed = parts.findLast(({ role }) => /payee|category|note/.test(role))
  if (!typed) return recent.slice(0, most).map((words) => ({ words, text: behind(text, words) }))

  const begins = fold(typed.text)
  const names = [...known.payees.filter((one) => !one.mergedInto), ...known.categories].map(({ name }) => name)
  const said = [payee, category?.name]
  const fitting = names.filter((name) => !said.includes(name) && ` ${fold(name)}`.includes(` ${begins}`))
  return [...new Set(fitting)]
    .toSorted((a, b) => Number(!fold(a).startsWith(begins)) - Number(!fold(b).startsWith(begins)))
    .slice(0, most)
    .map((words) => ({ words, text: text.slice(0, typed.start) + words + text.slice(typed.end) }))
}

const behind = (text: string, words: string) => `${text.trimEnd()} ${words}`.trimStart()
