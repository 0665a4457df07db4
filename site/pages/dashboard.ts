import type { InsightsView } from '../../functions/api/insights.ts'
import { type Block, hero } from '../components/hero.ts'
import { icon } from '../components/icon.ts'
import { leftText, limitName, stateOf } from '../components/limits.ts'
import { periodHead } from '../components/period-head.ts'
import { section, whenPage } from '../components/section.ts'
import { askable } from '../components/why.ts'
import type { At } from '../forms/form.ts'
import { html } from '../html.ts'
import * as en from '../messages/en.ts'
import { t } from '../messages/t.ts'
import { named, part } from '../parts.ts'
import { to } from '../router.ts'
import { same } from '../same.ts'
import type { Book } from '../state/book.ts'
import { both } from '../state/loaded.ts'

/** This period at a glance: what is left, what needs a look, where it went, and the periods that lead here. */
export function dashboard(at: At) {
  const { state, desk } = at
  const { book, figures, latest } = state
  return whenPage(desk, t(en.overview), both(both(figures, book), latest), 12, ([[insights, known], slice]) => {
    const block = blockOf(insights, state.place.query.get('currency') ?? undefined)
    if (!block) return undefined
    return slice.items.length === 0 ? part('steps/first', at) : glance(at, insights, known, block)
  })
}

function glance(at: At, insights: InsightsView, book: Book, block: Block) {
  return html`
    ${same('head', [insights, block, at.state.place], () => [periodHead(at, insights), currencies(at, insights, block)])}
    ${named('steps', at)}
    ${same('hero', [insights, block, book], () => [hero(at, block, insights), worthALook(at, block, book)])}
    <div class="g l8">
      <div class="g">${part('pictures/days', at)}${part('pictures/where', at)}${part('pictures/trend', at)}</div>
      <div class="g">${part('pictures/latest', at)}${part('pictures/limits', at)}${part('pictures/worth', at)}</div>
    </div>`
}

function currencies({ state }: At, { currencies, period }: InsightsView, block: Block) {
  const { query } = state.place
  const now = query.has('from') ? { from: period.start, to: period.end } : { on: query.get('on') ?? undefined }
  return (
    currencies.length > 1 &&
    html`<nav class="chips" aria-label=${t(en.currency)}>${currencies.map(
      ({ currency }) =>
        html`<a class="chip" href=${to('/', { currency, ...now })} aria-current=${currency === block.currency ? 'true' : undefined}>${currency}</a>`,
    )}</nav>`
  )
}

/** What needs a person: limits that are crossed or near, one sentence each, with the entries behind it. */
function worthALook(at: At, { budgets }: Block, book: Book) {
  const all = budgets.filter((limit) => !limit.archived && stateOf(limit) !== 'fine')
  return (
    all.length > 0 &&
    html`<div class="look">${section(
      t(en.worthALook),
      t(en.limits, { n: all.length }),
      html`<ul class="alerts">${all.map((limit) => {
        const { categoryId, currency, period, spent } = limit
        const state = stateOf(limit) === 'over' ? 'over' : 'warn'
        const name = limitName(book, limit)
        const filter = { category: categoryId, from: period.start, to: period.end, currency }
        const why = { name, amount: spent, currency, filter, kinds: ['expense', 'refund'] as const }
        return html`<li key=${limit.id}>${icon(state, state)}<div>
        <p><b>${t(state === 'over' ? en.isOver : en.isNear, { name })}</b> ${leftText(limit, currency)}</p>
        ${askable(at, why, t(en.why), 'ask')}</div></li>`
      })}</ul>`,
    )}</div>`
  )
}

export function blockOf({ currencies }: InsightsView, wanted: string | undefined): Block | undefined {
  return currencies.find(({ currency }) => currency === wanted) ?? currencies[0]
}
