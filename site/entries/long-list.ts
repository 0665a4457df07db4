import type { TransactionView } from '../../functions/api/transactions.ts'
import { sum } from '../../functions/domain/money.ts'
import { dayFull } from '../day-full.ts'
import { digitsOf, figure, minorOf, wireOf } from '../figures.ts'
import type { At } from '../forms/form.ts'
import { html } from '../html.ts'
import * as lists from '../messages/en-lists.ts'
import { t } from '../messages/t.ts'
import { named } from '../parts.ts'
import type { Book } from '../state/book.ts'
import { layOut, type Slot, slotsIn } from '../state/layout.ts'
import type { EntryList } from '../state/list.ts'
import type { Desk } from '../state/state.ts'
import { entryLine, ghostLine } from './line.ts'
import { pressed } from './pressed.ts'

let keyed: ((desk: Desk, event: KeyboardEvent) => void) | undefined

/** What keys do in the list comes behind it. */
export function listen(by: typeof keyed): void {
  keyed = by
}

/**
 * The entries by day, as a grid that keeps the focus itself and says which line is meant. Only what is in sight is drawn,
 * between two empty stretches that are as high as the rest.
 */
export function longList(at: At, book: Book, list: EntryList) {
  const { state, desk } = at
  const { days, next } = list
  const layout = layOut(days, state.view)
  const { slots, above, below } = slotsIn(layout, state.view)
  const active = slots.some(({ day, place }) => isAt(at, days[day]?.day ?? '', place))
  return html`<div class="list" id="list" role="grid" tabindex="0" aria-label=${t(lists.list)} aria-multiselectable="true"
      aria-rowcount=${next ? -1 : (layout.lines.at(-1) ?? 0)} aria-activedescendant=${active && state.cursor ? lineId(state.cursor) : undefined}
      onClick=${(event: MouseEvent) => pressed(desk, event)} onKeyDown=${(event: KeyboardEvent) => keyed?.(desk, event)}>
    ${room(above)}
    ${slots.map((slot) => draw(at, book, list, slot))}
    ${room(below)}
  </div>`
}

function draw(at: At, book: Book, { days, rows, next }: EntryList, { day: n, place, index }: Slot) {
  const day = days[n]?.day ?? ''
  const entries = rows.get(day)
  if (place < 0) {
    // the last day of a list that goes on may go on too: its sum is not known
    const isWhole = entries?.length === days[n]?.entries && !(next && n === days.length - 1)
    return html`<div role="row" class="day" key=${day} aria-rowindex=${index}><span role="rowheader" aria-colspan="4">${dayFull(day, book.ledger.today)}</span><span role="gridcell" class="num q">${isWhole && sumOf(book, entries ?? [])}</span></div>`
  }
  const entry = entries?.[place]
  if (!entry) return ghostLine(index)
  if (at.state.editing?.id === entry.id)
    return html`<div role="row" class="entry full edit" id=${lineId({ day, place })} key=${`edit ${entry.id}`} aria-rowindex=${index}>${named('entries/edit', at)}</div>`
  return entryLine({
    entry,
    book,
    index,
    id: lineId({ day, place }),
    isChosen: at.state.chosen.has(entry.id),
    isAt: isAt(at, day, place),
  })
}

const isAt = ({ state: { cursor } }: At, day: string, place: number) => cursor?.day === day && cursor.place === place

export const lineId = ({ day, place }: { readonly day: string; readonly place: number }) => `line-${day}-${place}`

/** An empty stretch. Not by a style: the page's policy takes none. */
function room(height: number) {
  return html`<svg class="room" width="1" height=${height} aria-hidden="true"></svg>`
}

/** Money in less money out, in the ledger's currency; what is in another is not added. */
function sumOf({ ledger }: Book, entries: readonly TransactionView[]): string {
  const own = entries.filter((one) => one.currency === ledger.currency && one.kind !== 'transfer')
  const total = sum(own.map(({ kind, amount }) => minorOf(kind === 'expense' ? `-${amount}` : amount)))
  return own[0] ? figure(wireOf(total, digitsOf(own[0].amount)), { plus: true }) : ''
}
