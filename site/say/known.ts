import type { AccountView } from '../../functions/api/accounts.ts'
import type { CategoryView } from '../../functions/api/categories.ts'
import type { ListedPayee } from '../../functions/api/payees.ts'
import type { Day } from '../../functions/domain/day.ts'
import { fold } from '../../functions/domain/fold.ts'

/** What words may mean, besides numbers: the ledger's nouns, the day, and the language of day names. */
export interface Known {
  readonly today: Day
  /** For names of days and months. */
  readonly locale: string
  /** Words that may stand before a day and belong to it, folded: "on friday". */
  readonly beforeDays: readonly string[]
  /** Words that make a weekday the next one, folded. */
  readonly nextDays: readonly string[]
  /** Open ones; the first is the one that is used where none is named. */
  readonly accounts: readonly AccountView[]
  /** Those that an entry may be filed under. */
  readonly categories: readonly CategoryView[]
  readonly payees: readonly ListedPayee[]
}

/** How well some words fit a name, both folded: 0 not at all; the whole name most; the beginning of a word in it least. */
export function fitOf(words: string, name: string): number {
  if (!words) return 0
  const folded = fold(name)
  if (folded === words || folded.replaceAll(' ', '') === words) return 4
  if (` ${folded} `.includes(` ${words} `)) return 3
  if (words.length < 3) return 0
  return folded.startsWith(words) ? 2 : folded.includes(` ${words}`) ? 1 : 0
}

/** The one that fits best; of several as good the one with the shortest name. */
export function bestOf<Named extends { readonly name: string }>(
  words: string,
  all: readonly Named[],
  least = 1,
): Named | undefined {
  const fits = all.map((one) => ({ one, fit: fitOf(words, one.name) })).filter(({ fit }) => fit >= least)
  fits.sort((a, b) => b.fit - a.fit || a.one.name.length - b.one.name.length)
  return fits[0]?.one
}
