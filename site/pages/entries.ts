import { bin } from '../components/bin.ts'
import { empty } from '../components/empty.ts'
import { exportButton } from '../components/export-button.ts'
import { icon } from '../components/icon.ts'
import { when } from '../components/section.ts'
import { filterOfBox } from '../entries/box.ts'
import { chips } from '../entries/chips.ts'
import { longList } from '../entries/long-list.ts'
import { digitsOf, figure, minorOf, wireOf } from '../figures.ts'
import type { At } from '../forms/form.ts'
import { html } from '../html.ts'
import { follow } from '../list-dom.ts'
import * as en from '../messages/en.ts'
import * as lists from '../messages/en-lists.ts'
import { t } from '../messages/t.ts'
import { named } from '../parts.ts'
import { to } from '../router.ts'
import { same } from '../same.ts'
import type { Book } from '../state/book.ts'
import type { Filter } from '../state/filter.ts'
import { filterIn } from '../state/filter.ts'
import type { EntryList } from '../state/list.ts'
import { both, whatIs } from '../state/loaded.ts'
import { addEntry, open } from '../state/screen.ts'
import type { Desk } from '../state/state.ts'

/** Every entry, the newest day first, as far as the filters in the address let through. */
export function entries(at: At) {
  const { state, desk } = at
  const filter = filterIn(state.place.query)
  const isFiltered = Object.values(filter).some(Boolean)
  const isNone = !isFiltered && whatIs(state.entries)?.days.length === 0
  follow(desk)

  return html`
    <div class="head"><div><h1 tabindex="-1">${t(en.entries)}</h1><p class="q s">${summary(at)}</p></div>
      <div class="row w">
        ${isFiltered && html`<button class="b" type="button" onClick=${() => open(desk, { kind: 'keep-filter' })}>${t(lists.saveFilter)}</button>`}
        ${!isNone && html`<span class="wide">${exportButton(desk, filter)}</span>`}
        <a class="b wide" href=${to('/trash')}>${bin()}${t(lists.trash)}</a>
      </div></div>
    ${!isNone && box(desk, filter)}
    ${when(desk, both(state.book, state.entries), 14, ([book, list]) => [
      !isNone && chips(at, book, filter),
      list.days.length > 0
        ? same('list', [list, book, state.view, state.cursor, state.chosen, state.editing && state], () =>
            longList(at, book, list),
          )
        : nothing(isFiltered, desk),
      state.chosen.size > 0 && named('entries/chosen', at),
    ])}`
}

let wait = () => {}
/** What was typed last, and the filters that it came to. */
let typed = { text: '', filter: '' }
/** The box of these filters: the same one as long as they come from it. */
let shown = { box: 0, filter: '' }

/** Searches while it is typed in: the address follows a moment behind, and the list behind that. */
function box(desk: Desk, filter: Filter) {
  function input(event: InputEvent): void {
    const { value } = event.currentTarget as HTMLInputElement
    wait()
    wait = desk.later(180, () => search(desk, value))
  }
  const now = JSON.stringify(filter)
  // a filter that came another way, or went, is another text
  if (now !== shown.filter) shown = { box: now === typed.filter ? shown.box : shown.box + 1, filter: now }
  return html`<form class="find" role="search" onSubmit=${(event: SubmitEvent) => event.preventDefault()}>
    <label class="vh" for="find">${t(lists.search)}</label>
    <input class="f" id="find" key=${shown.box} type="search" maxlength="200" autocomplete="off" placeholder=${t(lists.search)} defaultValue=${filter.text} onInput=${input} />
  </form>`
}

function search(desk: Desk, text: string): void {
  const { place, book } = desk.state.get()
  if (place.path !== '/entries') return
  // whether it is an amount depends on the currency
  if (book.kind === 'waiting') {
    wait = desk.later(180, () => search(desk, text))
    return
  }
  const filter = filterIn(place.query)
  const before = JSON.stringify(filter) === typed.filter ? typed.text : (filter.text ?? '')
  const next = filterOfBox(text, before, filter, whatIs(book)?.ledger.currency ?? '')
  const href = to('/entries', next)
  typed = { text, filter: JSON.stringify(filterIn(new URLSearchParams(href.split('?')[1]))) }
  desk.go(href, 'replace')
}

/** How many there are and, where all are here, what they come to. */
function summary({ state }: At) {
  const [list, book] = [whatIs(state.entries), whatIs(state.book)]
  if (!list || !book) return undefined
  const n = list.days.reduce((sum, { entries }) => sum + entries, 0)
  const keys = html`<span class="wide"><kbd>?</kbd> ${t(lists.pressForKeys)} · </span>`
  if (list.next) return html`${keys}${t(lists.countAtLeast, { n })}`
  return html`${keys}${t(lists.count, { n })}${sums(list, book, n)}`
}

function sums({ rows }: EntryList, { ledger }: Book, count: number): string {
  const all = [...rows.values()].flat()
  const own = all.filter((one) => one.currency === ledger.currency && one.kind !== 'transfer')
  const [first] = own
  if (all.length !== count || !first) return ''
  const of = (...kinds: readonly string[]) =>
    own.filter(({ kind }) => kinds.includes(kind)).reduce((sum, { amount }) => sum + minorOf(amount), 0n)
  const digits = digitsOf(first.amount)
  const text = (minor: bigint) => figure(wireOf(minor, digits), { currency: ledger.currency })
  return ` · ${t(lists.inAndOut, { income: text(of('income')), expense: text(of('expense') - of('refund')) })}`
}

function nothing(isFiltered: boolean, desk: Desk) {
  return isFiltered
    ? empty(t(lists.noneFound), undefined, html`<a class="b" href=${to('/entries')}>${t(lists.showAll)}</a>`)
    : empty(
        t(lists.noEntries),
        t(lists.noEntriesMore),
        html`<button class="b p" type="button" onClick=${() => addEntry(desk)}>${icon('plus')}${t(en.addFirst)}</button>`,
        'list',
      )
}
