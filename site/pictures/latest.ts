import type { TransactionView } from '../../functions/api/transactions.ts'
import { filedUnder, titleOf } from '../components/entry.ts'
import { icon, swatch } from '../components/icon.ts'
import { section } from '../components/section.ts'
import { dayName } from '../days.ts'
import { signed } from '../figures.ts'
import { html } from '../html.ts'
import * as charts from '../messages/en-charts.ts'
import { t } from '../messages/t.ts'
import { to } from '../router.ts'
import { type Book, colourOf } from '../state/book.ts'
import { open } from '../state/screen.ts'
import type { Desk, Slice } from '../state/state.ts'

/** What was entered last. */
export function latest(book: Book, { items }: Slice, desk: Desk) {
  return section(
    t(charts.latest),
    undefined,
    html`<ol>${items
      .slice(0, 5)
      .map((entry) =>
        row(book, entry, dayName(entry.day, book.ledger.today), () =>
          open(desk, { kind: 'entry', id: entry.id, entry }),
        ),
      )}</ol>
    <p class="more s"><a href=${to('/entries')}>${t(charts.allEntries)}</a></p>`,
  )
}

/** One row, pressed to change or delete the entry. `under` stands below the amount. */
function row(book: Book, entry: TransactionView, under: string, open: () => void) {
  const { id, kind, amount, currency, categoryId } = entry
  // the currency only where it is not the ledger's own
  const shown = signed(kind, amount, currency === book.ledger.currency ? undefined : currency)
  return html`<li key=${id}><button class="entry" type="button" onClick=${open}>
    <span><b>${titleOf(book, entry)}</b><br /><span class="q">${kind !== 'transfer' && swatch(colourOf(book, categoryId))}${filedUnder(book, entry)}</span></span>
    <span class="r num"><span class=${kind === 'income' || kind === 'refund' ? 'in' : ''}>${shown}</span><br /><span class="q xs">${'isWaiting' in entry ? html`<span class="st">${icon('wait')}${t(charts.waits)}</span>` : under}</span></span>
  </button></li>`
}
