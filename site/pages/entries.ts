import type { TransactionView } from '../../functions/api/transactions.ts'
import { sum } from '../../functions/domain/money.ts'
import { empty } from '../components/empty.ts'
import { entryRow } from '../components/entry.ts'
import { icon } from '../components/icon.ts'
import { when } from '../components/section.ts'
import { dayName, spanText } from '../days.ts'
import { digitsOf, figure, minorOf, wireOf } from '../figures.ts'
import type { At } from '../forms/form.ts'
import { html } from '../html.ts'
import * as en from '../messages/en.ts'
import * as lists from '../messages/en-lists.ts'
import { t } from '../messages/t.ts'
import { to } from '../router.ts'
import { accountOf, type Book, categoryName } from '../state/book.ts'
import { type Filter, filterIn, listEntries, pageSize } from '../state/load.ts'
import { both, failed, whatIs } from '../state/loaded.ts'
import { addEntry, open } from '../state/screen.ts'
import type { Desk, Slice } from '../state/state.ts'

/** Every entry, the newest day first, as far as the filters in the address let through. */
export function entries({ state, desk }: At) {
  const filter = filterIn(state.place.query)

  function find(event: SubmitEvent): void {
    event.preventDefault()
    const form = event.currentTarget
    if (form instanceof HTMLFormElement) {
      desk.go(to('/entries', { ...filter, text: String(new FormData(form).get('text')).trim() }))
    }
  }

  return html`
    <div class="head"><h1 tabindex="-1">${t(en.entries)}</h1></div>
    <form class="find" role="search" onSubmit=${find}>
      <label class="vh" for="text">${t(lists.payeeOrNote)}</label>
      <input class="f" id="text" name="text" type="search" maxlength="200" placeholder=${t(lists.payeeOrNote)} defaultValue=${filter.text} />
      <button class="b">${t(lists.search)}</button>
    </form>
    ${when(desk, both(state.book, state.entries), 12, ([book, slice]) => [
      chips(book, filter),
      slice.items.length > 0 ? byDay(book, slice, desk) : nothing(filter, desk),
      slice.next &&
        html`<p class="more"><button class="b" type="button" onClick=${() => showMore(desk)}>${t(lists.showMore)}</button></p>`,
    ])}`
}

/** What narrows the list; pressing one lets it go. */
function chips(book: Book, filter: Filter) {
  const { from, to: until, category, account, text } = filter
  const all = [
    from && until && ([spanText({ start: from, end: until }), { from: undefined, to: undefined }] as const),
    category && ([categoryName(book, category) ?? t(en.noCategory), { category: undefined }] as const),
    account && ([accountOf(book, account)?.name ?? '', { account: undefined }] as const),
    text && ([text, { text: undefined }] as const),
  ]
  return html`<ul class="chips" aria-label=${t(lists.filters)}>${all.map(
    (one) =>
      one &&
      html`<li>
    <a class="chip" href=${to('/entries', { ...filter, ...one[1] })} aria-label=${t(lists.without, { filter: one[0] })}>${one[0]}${icon('close')}</a></li>`,
  )}</ul>`
}

function byDay(book: Book, { items, next }: Slice, desk: Desk) {
  const days = [...new Set(items.map(({ day }) => day))]
  return days.map((day, place) => {
    const entries = items.filter((one) => one.day === day)
    // the last day shown may go on in the next part: its sum is not known
    const isWhole = !next || place < days.length - 1
    return html`<section key=${day} aria-labelledby=${`d${day}`}>
      <h2 class="day sans" id=${`d${day}`}><span>${dayName(day, book.ledger.today)}</span><span class="num q">${isWhole && sumOf(book, entries)}</span></h2>
      <ol>${entries.map((entry) =>
        entryRow(book, entry, accountOf(book, entry.accountId)?.name ?? '', () =>
          open(desk, { kind: 'entry', id: entry.id, entry }),
        ),
      )}</ol>
    </section>`
  })
}

/** Money in less money out, in the ledger's currency; what is in another is not added. */
function sumOf({ ledger }: Book, entries: readonly TransactionView[]): string {
  const own = entries.filter((one) => one.currency === ledger.currency && one.kind !== 'transfer')
  const total = sum(own.map(({ kind, amount }) => minorOf(kind === 'expense' ? `-${amount}` : amount)))
  return own[0] ? figure(wireOf(total, digitsOf(own[0].amount)), { plus: true }) : ''
}

function nothing(filter: Filter, desk: Desk) {
  return Object.values(filter).some(Boolean)
    ? empty(t(lists.noneFound), undefined, html`<a href=${to('/entries')}>${t(lists.showAll)}</a>`)
    : empty(
        t(lists.noEntries),
        undefined,
        html`<button class="b p" type="button" onClick=${() => addEntry(desk)}>${icon('plus')}${t(en.addFirst)}</button>`,
      )
}

/** The next part of the list. */
async function showMore({ client, state }: Desk): Promise<void> {
  const { entries, place } = state.get()
  const before = whatIs(entries)
  const more = await listEntries(client.api, place.query, pageSize, before?.next)
  // a list that was loaded anew in the meantime has other rows
  if (!before || whatIs(state.get().entries) !== before) return
  state.set({
    entries: more.ok
      ? { kind: 'ready', value: { ...more.value, items: [...before.items, ...more.value.items] } }
      : failed(more.error, entries),
  })
}
