import type { TransactionView } from '../../functions/api/transactions.ts'
import { dateLocale } from '../locale.ts'
import * as words from '../messages/en-say.ts'
import { t } from '../messages/t.ts'
import type { Known } from '../say/known.ts'
import type { Said } from '../say/read-said.ts'
import type { Book } from './book.ts'
import type { Draft } from './entries.ts'
import { todayIn } from './new-entry.ts'

/** What a line can name in this ledger. Most people pay most things from one account: that of the latest entry. */
export function knownFrom(book: Book, latest: readonly TransactionView[], now: number): Known {
  const open = book.accounts.filter((one) => !one.archived)
  const usual = latest[0]?.accountId
  return {
    today: todayIn(book.ledger.timeZone, now),
    locale: dateLocale(),
    beforeDays: all(words.beforeDays),
    nextDays: all(words.nextDays),
    accounts: open.toSorted((a, b) => Number(b.id === usual) - Number(a.id === usual)),
    categories: book.categories.filter((one) => !one.archived && !one.mergedInto),
    payees: book.payees,
  }
}

const all = (message: string) => t<string>(message).split(' ')

export function recentPayees(latest: readonly TransactionView[]): readonly string[] {
  return [...new Set(latest.flatMap(({ payee }) => payee ?? []))]
}

/** What the line says; it can be saved where there is no trouble with it. */
export function draftOfSaid({
  kind,
  day,
  amount = '',
  account,
  toAccount,
  toAmount,
  category,
  payee,
  note,
  tags,
}: Said): Draft {
  return {
    kind,
    day,
    amount,
    accountId: account?.id,
    toAccountId: toAccount?.id,
    toAmount,
    categoryId: category?.id,
    payee,
    note,
    tags: tags.length > 0 ? [...tags] : undefined,
  }
}
