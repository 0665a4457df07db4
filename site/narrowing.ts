import { boundIn } from '../functions/domain/bound.ts'
import { fold } from '../functions/domain/fold.ts'
import { queryTerms, termsOf } from '../functions/domain/terms.ts'
import type { Transaction } from '../functions/domain/transaction.ts'
import type { Filter } from './state/filter.ts'

/** How a ledger reads what a filter and an entry name. */
export interface Readings {
  /** All ids that are read as this category or as one below it. */
  family(category: string): readonly string[]
  /** The payee that this one is read as. */
  readAs(payee: string): string
  /** What the entry's payee is called, and what the one is called that it is read as. */
  payeeNames(entry: Transaction): readonly (string | undefined)[]
}

/** Tells which entries a list is about, as the server does: every part of the filter narrows. */
export function meantBy(filter: Filter, readings: Readings): (entry: Transaction) => boolean {
  const { from, to, account, category, payee, kind, tag, text, min, max, currency } = filter
  const family = new Set<string>(category && category !== 'none' ? readings.family(category) : [])
  const prefixes = text === undefined ? [] : queryTerms(text)
  return (entry) => {
    const filed = entry.splits.length > 0 ? entry.splits.map((one) => one.categoryId) : [entry.categoryId]
    const { digits } = entry.currency
    return (
      (from === undefined || entry.day >= from) &&
      (to === undefined || entry.day <= to) &&
      (account === undefined || entry.accountId === account || entry.to?.accountId === account) &&
      (category === undefined ||
        (category === 'none'
          ? entry.kind !== 'transfer' && filed.includes(undefined)
          : filed.some((id) => id !== undefined && family.has(id)))) &&
      (payee === undefined ||
        (entry.payee !== undefined && readings.readAs(entry.payee.id) === readings.readAs(payee))) &&
      (kind === undefined || entry.kind === kind) &&
      (tag === undefined || entry.tags.some((one) => fold(one) === fold(tag))) &&
      (min === undefined || entry.amount >= boundIn(min, digits, 'min')) &&
      (max === undefined || entry.amount <= boundIn(max, digits, 'max')) &&
      (currency === undefined || entry.currency.code === currency) &&
      (text === undefined || (prefixes.length > 0 && startsAll(prefixes, wordsOf(entry, readings))))
    )
  }
}

const startsAll = (prefixes: readonly string[], words: readonly string[]) =>
  prefixes.every((prefix) => words.some((word) => word.startsWith(prefix)))

/** An entry is found by its payee's names and by its notes. */
function wordsOf(entry: Transaction, readings: Readings): readonly string[] {
  const texts = [...readings.payeeNames(entry), entry.note, ...entry.splits.map(({ note }) => note)]
  return termsOf(...texts.filter((text) => text !== undefined))
}
