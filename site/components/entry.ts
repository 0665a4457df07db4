import type { TransactionView } from '../../functions/api/transactions.ts'
import { signed } from '../figures.ts'
import { html } from '../html.ts'
import * as en from '../messages/en.ts'
import { t } from '../messages/t.ts'
import { accountOf, type Book, categoryName, categoryOf, colourOf } from '../state/book.ts'
import { icon, swatch } from './icon.ts'

/** One row, pressed to change or delete the entry. `under` stands below the amount. */
export function entryRow(book: Book, entry: TransactionView, under: string, open: () => void) {
  const { id, kind, amount, currency, categoryId } = entry
  // the currency only where it is not the ledger's own
  const shown = signed(kind, amount, currency === book.ledger.currency ? undefined : currency)
  return html`<li key=${id}><button class="entry" type="button" onClick=${open}>
    <span><b>${titleOf(book, entry)}</b><br /><span class="q">${kind !== 'transfer' && swatch(colourOf(book, categoryId))}${filedUnder(book, entry)}</span></span>
    <span class="r num"><span class=${kind === 'income' || kind === 'refund' ? 'in' : ''}>${shown}</span><br /><span class="q xs">${'isWaiting' in entry ? html`<span class="st">${icon('wait')}${t(en.waits)}</span>` : under}</span></span>
  </button></li>`
}

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
