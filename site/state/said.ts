import type { TransactionView } from '../../functions/api/transactions.ts'
import { todayIn } from '../../functions/domain/zone.ts'
import { editable } from '../amounts.ts'
import { dateLocale } from '../locale.ts'
import type { Known } from '../say/known.ts'
import type { Said } from '../say/read-said.ts'
import type { Book } from './book.ts'
import type { Draft } from './entries.ts'
import type { Values } from './state.ts'

/** What a line can name in this ledger. Most people pay most things from one account: that of the latest entry. */
export function knownFrom(book: Book, latest: readonly TransactionView[], now: number): Known {
  const open = book.accounts.filter((one) => !one.archived)
  const usual = latest[0]?.accountId
  return {
    today: todayIn(book.ledger.timeZone, now),
    locale: dateLocale(),
    accounts: open.toSorted((a, b) => Number(b.id === usual) - Number(a.id === usual)),
    categories: book.categories.filter((one) => !one.archived && !one.mergedInto),
    payees: book.payees,
  }
}

export function recentPayees(latest: readonly TransactionView[]): readonly string[] {
  return [...new Set(latest.flatMap(({ payee }) => payee ?? []))]
}

/** Undefined while something is missing. */
export function draftOfSaid(said: Said): Draft | undefined {
  const { kind, day, amount, account, toAccount, toAmount, category, payee, note, tags, trouble } = said
  if (trouble || !amount) return undefined
  return {
    kind,
    day,
    amount,
    accountId: account?.id,
    ...(toAccount && { toAccountId: toAccount.id }),
    ...(toAmount && { toAmount }),
    ...(category && { categoryId: category.id }),
    ...(payee && { payee }),
    ...(note && { note }),
    ...(tags.length > 0 && { tags: [...tags] }),
  }
}

/** The same for the fields of the plain form. */
export function valuesOfSaid({
  kind,
  day,
  amount,
  account,
  toAccount,
  toAmount,
  category,
  payee,
  note,
  tags,
}: Said): Values {
  return {
    kind,
    day,
    amount: amount ? editable(amount) : '',
    accountId: account?.id ?? '',
    toAccountId: toAccount?.id ?? '',
    toAmount: toAmount ? editable(toAmount) : '',
    categoryId: category?.id ?? '',
    payee: payee ?? '',
    note: note ?? '',
    tags: tags.join(', '),
  }
}
