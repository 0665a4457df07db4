import type { AccountView } from '../../functions/api/accounts.ts'
import type { Day } from '../../functions/domain/day.ts'
import { readAmount } from '../amounts.ts'
import { type AmountFound, amountIn } from './amount-words.ts'
import type { Bench } from './bench.ts'
import { dayAt } from './day-words.ts'
import { bestOf, type Known } from './known.ts'
import { isArrow, phrase, type Word } from './words.ts'

// What can be told by its look is taken off the bench first: tags, quotes, accounts, days, arrows, amounts.

export function takeTags(bench: Bench): readonly string[] {
  const tags = bench.left().filter(({ text }) => /^#[^\s#]{1,40}$/.test(text))
  for (const tag of tags) bench.take([tag], 'tag')
  return [...new Set(tags.map(({ text }) => text.slice(1)))].slice(0, 10)
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

export function takeDay(bench: Bench, { today, locale }: Known): Day | undefined {
  const words = bench.left()
  for (const at of words.keys()) {
    const found = dayAt(words, at, today, locale)
    if (!found) continue
    bench.take(words.slice(at, at + found.length), 'day')
    return found.day
  }
  return undefined
}

export interface Transfer {
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
  return { from, to: to?.account }
}

export function takeAmount(bench: Bench, { accounts }: Known): AmountFound | undefined {
  const words = bench.left()
  const found = amountIn(words, [...new Set(accounts.map(({ currency }) => currency))])
  if (found) bench.take(words.slice(found.at, found.at + found.length), 'amount')
  return found
}

/** What arrives, where it is of another currency: a second number. */
export function takeArriving(
  to: AccountView | undefined,
  account: AccountView | undefined,
  bench: Bench,
): string | undefined {
  if (!to || !account || to.currency === account.currency) return undefined
  const words = bench.left()
  const found = amountIn(words, [to.currency])
  const amount = found && readAmount(found.figures, to.currency)
  if (!found || !amount?.ok) return undefined
  bench.take(words.slice(found.at, found.at + found.length), 'toAmount')
  return amount.value
}
