import type { InsightsView } from '../../functions/api/insights.ts'
import { balances } from '../components/balances.ts'
import { entryRow } from '../components/entry.ts'
import { type Block, hero } from '../components/hero.ts'
import { icon } from '../components/icon.ts'
import { leftText, limitName, stateOf } from '../components/limits.ts'
import { section, when } from '../components/section.ts'
import { ghost, trendSection } from '../components/trend.ts'
import { whereItWent } from '../components/where-it-went.ts'
import { dayName, daysLeft, periodTitle, shifted, spanText } from '../days.ts'
import type { At } from '../forms/form.ts'
import { html } from '../html.ts'
import * as en from '../messages/en.ts'
import { t } from '../messages/t.ts'
import { to } from '../router.ts'
import type { Book } from '../state/book.ts'
import { both } from '../state/loaded.ts'
import { addEntry, open } from '../state/screen.ts'
import type { Desk, Slice } from '../state/state.ts'

/** This period at a glance: what is left, what needs a look, where it went, and the twelve periods that lead here. */
export function dashboard({ state, desk }: At) {
  const { book, figures, latest } = state
  const currency = state.place.query.get('currency') ?? undefined
  return html`
    ${when(desk, both(figures, book), 6, ([insights, known]) => thisPeriod(insights, known, currency))}
    <div class="g l8">
      <div class="g">${when(desk, both(both(figures, book), latest), 8, ([[insights, known], slice]) =>
        slice.items.length === 0 ? firstEntry(desk) : pictures(insights, known, currency),
      )}</div>
      <div class="g">${when(desk, both(book, latest), 8, ([known, slice]) => [
        slice.items.length > 0 && latestEntries(known, slice, desk),
        balances(known),
      ])}</div>
    </div>`
}

function thisPeriod(insights: InsightsView, book: Book, currency: string | undefined) {
  const { period, today, currencies } = insights
  const block = blockOf(insights, currency)
  const days = daysLeft(period, today)
  const now = days ? undefined : period.start
  return html`<div class="head">
      <div><h1 tabindex="-1">${periodTitle(period)}</h1><p class="q s">${spanText(period)}${days > 0 && ` · ${t(en.toGo, { n: days })}`}</p></div>
      <nav class="row" aria-label=${t(en.period)}>
        <a class="b o" href=${to('/', { on: shifted(period.start, -1), currency })} aria-label=${t(en.periodBefore)}>${icon('prev')}</a>
        <a class="b o" href=${to('/', { on: shifted(period.end, 1), currency })} aria-label=${t(en.periodAfter)}>${icon('next')}</a>
        ${!days && html`<a class="b" href=${to('/', { currency })}>${t(en.now)}</a>`}
      </nav>
    </div>
    ${
      currencies.length > 1 &&
      html`<nav class="chips" aria-label=${t(en.currency)}>${currencies.map(
        (one) =>
          html`<a class="chip" href=${to('/', { currency: one.currency, on: now })} aria-current=${one === block ? 'true' : undefined}>${one.currency}</a>`,
      )}</nav>`
    }
    ${block && [hero(block, insights), worthALook(block, book)]}`
}

/** What needs a person: limits that are crossed or near, one sentence each, with the entries behind it. */
function worthALook({ budgets }: Block, book: Book) {
  const all = budgets.filter((limit) => stateOf(limit) !== 'fine')
  return (
    all.length > 0 &&
    html`<div class="look">${section(
      t(en.worthALook),
      t(en.limits, { n: all.length }),
      html`<ul class="alerts">${all.map((limit) => {
        const { categoryId, currency, period } = limit
        const state = stateOf(limit) === 'over' ? 'over' : 'warn'
        return html`<li key=${limit.id}>${icon(state, state)}<div>
        <p><b>${t(state === 'over' ? en.isOver : en.isNear, { name: limitName(book, limit) })}</b> ${leftText(limit, currency)}</p>
        <a href=${to('/entries', { category: categoryId, from: period.start, to: period.end })}>${t(en.why)}</a></div></li>`
      })}</ul>`,
    )}</div>`
  )
}

function pictures(insights: InsightsView, book: Book, currency: string | undefined) {
  const block = blockOf(insights, currency)
  return block && [whereItWent(book, block, insights.period), trendSection(block)]
}

function latestEntries(book: Book, { items }: Slice, desk: Desk) {
  return section(
    t(en.latest),
    undefined,
    html`<ol>${items
      .slice(0, 5)
      .map((entry) =>
        entryRow(book, entry, dayName(entry.day, book.ledger.today), () =>
          open(desk, { kind: 'entry', id: entry.id, entry }),
        ),
      )}</ol>
    <p class="more s"><a href=${to('/entries')}>${t(en.allEntries)}</a></p>`,
  )
}

function firstEntry(desk: Desk) {
  return section(
    t(en.twelve),
    t(en.nothingYet),
    html`<div class="rel">${ghost()}
      <div class="sheet"><p class="serif lead">${t(en.firstBar)}</p>
        <button class="b p more" type="button" onClick=${() => addEntry(desk)}>${icon('plus')}${t(en.addFirst)}</button></div></div>`,
  )
}

function blockOf({ currencies }: InsightsView, wanted: string | undefined): Block | undefined {
  return currencies.find(({ currency }) => currency === wanted) ?? currencies[0]
}
