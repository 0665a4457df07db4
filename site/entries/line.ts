import type { TransactionView } from '../../functions/api/transactions.ts'
import { filedUnder, titleOf } from '../components/entry.ts'
import { swatch } from '../components/icon.ts'
import { signed } from '../figures.ts'
import { html } from '../html.ts'
import * as lists from '../messages/en-lists.ts'
import { t } from '../messages/t.ts'
import { accountOf, type Book, colourOf } from '../state/book.ts'

export interface LineParts {
  readonly entry: TransactionView
  readonly book: Book
  readonly id: string
  readonly index: number
  readonly isChosen: boolean
  readonly isAt: boolean
}

/** One entry as a line of the list. What is pressed in it the list hears: `data-field` says which field it was. */
export function entryLine({ entry, book, id, index, isChosen, isAt }: LineParts) {
  const { kind, amount, currency, categoryId, accountId, tags, note, payee } = entry
  const name = titleOf(book, entry)
  const shown = signed(kind, amount, currency === book.ledger.currency ? undefined : currency)
  const look = `entry full${isChosen ? ' on' : ''}${isAt ? ' at' : ''}`
  return html`<div role="row" class=${look} id=${id} key=${entry.id} data-entry=${entry.id} aria-rowindex=${index} aria-selected=${isChosen ? 'true' : 'false'}>
    <span role="gridcell" class="hit"><input type="checkbox" tabindex="-1" checked=${isChosen} aria-label=${t(lists.select, { name: `${name}, ${shown}` })} /></span>
    <span role="gridcell" class="who" data-field="payee"><b>${name}</b>${payee && note && html` <span class="q">${note}</span>`}${tags?.map((tag) => html` <span class="tag">${`#${tag}`}</span>`)}</span>
    <span role="gridcell" class="cat q" data-field="categoryId">${kind !== 'transfer' && swatch(colourOf(book, categoryId))}${filedUnder(book, entry)}</span>
    <span role="gridcell" class="acc q" data-field="accountId">${accountOf(book, accountId)?.name}</span>
    <span role="gridcell" class=${`num r amt ${kind === 'income' || kind === 'refund' ? 'in' : ''}`} data-field="amount">${shown}</span>
  </div>`
}

/** In the place of one that is not here yet. */
export function ghostLine(index: number) {
  return html`<div role="row" class="entry full" key=${`ghost ${index}`} aria-rowindex=${index} aria-busy="true">${['hit', 'who', 'cat', 'acc', 'amt'].map((name) => html`<span role="gridcell" class=${name}><i class="bone"></i></span>`)}</div>`
}
