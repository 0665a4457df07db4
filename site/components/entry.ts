import type { TransactionView } from '../../functions/api/transactions.ts'
import * as en from '../messages/en.ts'
import { t } from '../messages/t.ts'
import { accountOf, type Book, categoryName, categoryOf } from '../state/book.ts'

/** Whom it went to, or came from; without one, the note; without that, what it is filed under; else what it is. */
export function titleOf(
  book: Pick<Book, 'categories'>,
  { payee, note, kind, categoryId }: Pick<TransactionView, 'payee' | 'note' | 'kind' | 'categoryId'>,
): string {
  return payee || note || (kind !== 'transfer' && categoryOf(book, categoryId)?.name) || t(en.kinds[kind])
}

export function filedUnder(book: Book, { kind, categoryId, splits, accountId, toAccountId }: TransactionView): string {
  if (kind === 'transfer') {
    return t(en.fromTo, { from: accountOf(book, accountId)?.name ?? '', to: accountOf(book, toAccountId)?.name ?? '' })
  }
  return splits?.length ? t(en.split, { n: splits.length }) : (categoryName(book, categoryId) ?? t(en.noCategory))
}
