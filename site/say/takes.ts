import type { AccountView } from '../../functions/api/accounts.ts'
import { addDays, type Day } from '../../functions/domain/day.ts'
import { readAmount } from '../amounts.ts'
import { type AmountFound, amountIn } from './amount-words.ts'
import type { Bench } from './bench.ts'
import { type DayFound, dayAt } from './day-words.ts'
import { bestOf, type Known } from './known.ts'
import { knownPayee } from './meaning.ts'
import { bare, isArrow, phrase, type Word } from './words.ts'

// What can be told by its look is taken off the bench first: tags, quotes, accounts, days, arrows, amounts.

export function takeTags(bench: Bench): readonly string[] {
  const tags = bench.left().filter(({ text }) => /^#[^\s#]{1,40}$/u.test(text))
  for (const tag of tags) bench.take([tag], 'tag')
  const names = tags.map(({ text }) => bare(text.slice(1))).filter(Boolean)
  return [...new Set(names)].slice(0, 10)
}

export function takeQuoted(bench: Bench): string | undefined {
  const quoted = bench.left().filter(({ text }) => text.startsWith('"'))
  for (const one of quoted) bench.take([one], 'note')
  return (
    quoted
      .map(({ text }) => text.replaceAll('"', '').trim())
      .filter(Boolean)
      .join(' ') || undefined
  )
}

export function takeAccount(bench: Bench, { accounts }: Known): AccountView | 'unknown' | undefined {
  const words = bench.left()
  const at = words.findIndex(({ text }) => /^@./.test(text))
  const first = words[at]
  if (!first) return undefined
  const bare = { ...first, text: first.text.slice(1) }
  const found = longestRun([bare, ...words.slice(at + 1)], accounts, 4) ?? longestRun([bare], accounts, 1)
  bench.take(found ? words.slice(at, at + found.length) : [first], 'account')
  return found?.account ?? 'unknown'
}

/** The account that the most of these words name, from the first on. */
function longestRun(words: readonly Word[], accounts: readonly AccountView[], least: number) {
  for (let length = Math.min(words.length, 5); length > 0; length -= 1) {
    const account = bestOf(phrase(words.slice(0, length)), accounts, least)
    if (account) return { account, length }
  }
  return undefined
}

/** What belongs to the name of a payee, as in "Sunday Market", is none. */
export function takeDay(bench: Bench, known: Known): Day | undefined {
  const named = knownPayee(bench.left(), known)?.words
  const words = bench.left().filter((word) => !named?.[1] || !named.includes(word))
  for (const at of words.keys()) {
    // in the middle it says that somebody never closes
    if (words[at]?.text === '24/7' && at > 0 && words[at + 1]) continue
    const found = dayAt(words, at, known.today, known.locale)
    if (!found) continue
    const before = phrase(words.slice(at - 1, at))
    const isNext = found.weekday && known.nextDays.includes(before)
    const isOn = isNext || known.beforeDays.includes(before)
    if (!isOn && isUnsure(words, at, found, known.today)) continue
    bench.take(words.slice(at - Number(isOn), at + found.length), 'day')
    return isNext ? addDays(found.day, 7) : found.day
  }
  return undefined
}

/**
 * "sat nav", "sun cream": a short name of a weekday is none before a word. In the middle of words a word for a day to come is
 * another one, as in "guten Morgen, Bäckerei".
 */
function isUnsure(words: readonly Word[], at: number, { day, length, weekday }: DayFound, today: Day): boolean {
  const isWord = (place: number) => /^\p{L}/u.test(words[place]?.text ?? '')
  const isInside = length === 1 && day > today && isWord(at - 1) && isWord(at)
  return (weekday === 'short' || isInside) && isWord(at + length)
}

export interface Transfer {
  /** Where the arrow stands in the text: the number before it leaves, the one behind it arrives. */
  readonly arrow: number
  readonly from: AccountView | undefined
  readonly to: AccountView | undefined
}

/** An arrow: what stands behind it names the account that the money goes to, what stands before it the other. */
export function takeTransfer(bench: Bench, { accounts }: Known): Transfer | undefined {
  const words = bench.left()
  const at = words.findIndex(isArrow)
  const arrow = words[at]
  if (!arrow) return undefined
  bench.drop(arrow)

  const behind = words.slice(at + 1)
  const to = longestRun(behind, accounts, 1)
  if (to) bench.take(behind.slice(0, to.length), 'toAccount')
  const before = words.slice(0, at).filter(({ text }) => /^\p{L}/u.test(text))
  const from = before.length > 0 ? bestOf(phrase(before), accounts, 2) : undefined
  if (from) bench.take(before, 'account')
  return { arrow: arrow.start, from, to: to?.account }
}

export function takeAmount(bench: Bench, { accounts }: Known, transfer: Transfer | undefined): AmountFound | undefined {
  const currencies = [...new Set(accounts.map(({ currency }) => currency))]
  const found = amountOf(bench, currencies, ({ start }) => transfer !== undefined && start < transfer.arrow)
  if (found) bench.take(found.words, 'amount')
  return found
}

/** What arrives, where it is of another currency: a second number. */
export function takeArriving(
  transfer: Transfer | undefined,
  account: AccountView | undefined,
  bench: Bench,
): string | undefined {
  const { currency } = transfer?.to ?? {}
  if (!transfer || !currency || !account || currency === account.currency) return undefined
  const found = amountOf(bench, [currency], ({ start }) => start > transfer.arrow)
  const amount = found && readAmount(found.figures, currency)
  if (!found || !amount?.ok || (found.currency ?? currency) !== currency) return undefined
  bench.take(found.words, 'toAmount')
  return amount.value
}

/** The amount among the words of one side, or if there is none, among all that are left. */
function amountOf(bench: Bench, currencies: readonly string[], isHere: (word: Word) => boolean) {
  for (const words of [bench.left().filter(isHere), bench.left()]) {
    const found = amountIn(words, currencies)
    if (found) return { ...found, words: words.slice(found.at, found.at + found.length) }
  }
  return undefined
}
