import type { ScheduleView } from '../../functions/api/reports.ts'
import { empty } from '../components/empty.ts'
import { icon } from '../components/icon.ts'
import { section, when } from '../components/section.ts'
import { momentIn, untilText } from '../day-names.ts'
import { spanText } from '../days.ts'
import type { At } from '../forms/form.ts'
import { html } from '../html.ts'
import { offerInside } from '../inside.ts'
import * as en from '../messages/en.ts'
import * as words from '../messages/en-reports.ts'
import { t } from '../messages/t.ts'
import { firstReport } from '../reports/first-report.ts'
import { reportRows } from '../reports/rows.ts'
import { sheets } from '../reports/sheets.ts'
import { to } from '../router.ts'
import { askBy } from '../state/load.ts'
import { isLost, whatIs } from '../state/loaded.ts'
import { mailAsks } from '../state/mail.ts'
import { followAll } from '../state/reports.ts'
import { open } from '../state/screen.ts'
import { type Pile, piles, readShelved, type Shelf, shelfAsk } from '../state/shelf.ts'
import type { Desk } from '../state/state.ts'
import { report } from './report.ts'

const shownWeeks = 6

/** Every report of a year: a sheet for each month, a line for each week and for each that was made by hand. */
export function reports(at: At) {
  const { state, desk } = at
  const mail = whatIs(state.mail)
  const isNone = whatIs(state.shelf)?.years.length === 0
  return html`<div class="head"><div><h1 tabindex="-1">${t(en.reports)}</h1><p class="q s">${mail?.verified && !mail.stopped ? t(words.leadMailed, { address: mail.address }) : t(words.lead)}</p></div>
      ${!isNone && html`<button class="b p" type="button" onClick=${() => open(desk, { kind: 'make-report' })}>${icon('report')}${t(words.makeOne)}</button>`}</div>
    ${!(isLost(state.schedules) && isLost(state.shelf)) && html`<div class="g two left">${when(desk, state.schedules, 2, (all) => all.map((one) => coming(desk, one)))}</div>`}
    ${when(desk, state.shelf, 10, (shelf) => (isNone ? nothing(at) : onShelf(at, shelf)))}`
}

function coming(desk: Desk, { kind, next, timeZone }: ScheduleView) {
  const change = html`<a href=${to('/settings')}>${t(words.changeDays)}</a>`
  return section(
    t(words.next[kind]),
    next && untilText(next.dueAt, desk.now()),
    html`<p class="s">${next ? t(words.nextAt, { when: momentIn(timeZone, next.dueAt), period: spanText(next) }) : t(words.nextOff[kind])} ${change}</p>`,
  )
}

function onShelf({ state, desk }: At, { items, years }: Shelf) {
  followAll(desk, items)
  const all = piles(items)
  // of what is shown, which is another year than the address's until that has come
  const year = all[0]?.latest.period.end.slice(0, 4) ?? state.place.query.get('year') ?? String(years[0])
  const of = (kind: Pile['latest']['kind']) => all.filter(({ latest }) => latest.kind === kind)
  const [monthly, weekly, custom] = [of('monthly'), of('weekly'), of('custom')]
  const count = (some: readonly Pile[]) => t(words.count, { n: some.length })
  const earlier = weekly.slice(shownWeeks)
  return html`
    ${(years.length > 1 || all.length === 0) && html`<nav class="chips" aria-label=${t(words.years)}>${years.map((one) => html`<a class="chip" href=${to('/reports', { year: String(one) })} aria-current=${String(one) === year ? 'true' : undefined}>${one}</a>`)}</nav>`}
    <div class="g">
    ${all.length === 0 && html`<p class="q">${t(words.noneInYear, { year })}</p>`}
    ${monthly.length > 0 && section(t(words.byMonth, { year }), count(monthly), sheets(desk, monthly))}
    ${
      weekly.length > 0 &&
      section(
        t(words.weekly),
        count(weekly),
        reportRows(desk, weekly.slice(0, shownWeeks)),
        earlier.length > 0 &&
          html`<details><summary>${t(words.before, { n: earlier.length })}</summary>${reportRows(desk, earlier)}</details>`,
      )
    }
    ${custom.length > 0 && section(t(words.byHand), count(custom), reportRows(desk, custom))}
    </div>`
}

/** Before the first one: what will be here, and one made now. */
function nothing({ desk }: At) {
  const send = html`<button class="b p" type="button" onClick=${() => firstReport(desk)}>${icon('report')}${t(words.sendFirst)}</button>`
  return empty(t(words.none), t(words.noneMore), send, 'sheets')
}

askBy({
  ...mailAsks,
  ...shelfAsk,
  report: (api, { place }) => readShelved(api, place.id ?? ''),
})
offerInside({ '/reports': reports, '/reports/{id}': report })
