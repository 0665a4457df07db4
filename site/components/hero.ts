import type { BudgetView } from '../../functions/api/budgets.ts'
import type { InsightsView } from '../../functions/api/insights.ts'
import { dayAndMonth, daysLeft, periodTitle } from '../days.ts'
import { digitsOf, figure, headline, minorOf, negated, wireOf } from '../figures.ts'
import type { At } from '../forms/form.ts'
import { html } from '../html.ts'
import * as en from '../messages/en.ts'
import { t } from '../messages/t.ts'
import { paceLine, ruler } from './limits.ts'
import { askable } from './why.ts'

export type Block = InsightsView['currencies'][number]

/** The limit for everything, where it is of the very period that is looked at. */
export function wholeLimit({ budgets }: Block, { period }: InsightsView): BudgetView | undefined {
  return budgets.find(
    (one) => !one.categoryId && !one.archived && one.period.start === period.start && one.period.end === period.end,
  )
}

/** The figure that the page exists for: what is left of the limit for everything or, without one, what remains. */
export function hero(at: At, block: Block, insights: InsightsView) {
  const limit = wholeLimit(block, insights)
  if (limit) return left(at, block, limit, insights)
  const { currency, net, usual } = block
  return lead(at, block, insights, t(en.remains), net, '', [
    [periodTitle(insights.previous), figure(block.previous.net, { currency, plus: true })],
    [t(en.usual), figure(usual.net, { currency, plus: true })],
  ])
}

function left(at: At, block: Block, limit: BudgetView, insights: InsightsView) {
  const { currency, left, period } = limit
  const days = daysLeft(period, insights.today)
  const isOver = left.startsWith('-')
  const words = { day: dayAndMonth(period.end), limit: figure(limit.amount, { currency }) }
  // whole minor units, never a bit too much
  const aDay = days > 0 && !isOver && wireOf(minorOf(left) / BigInt(days), digitsOf(left))
  return lead(
    at,
    block,
    insights,
    t(isOver ? en.leftOver : days ? en.leftUntil : en.leftAt, words),
    isOver ? negated(left) : left,
    isOver ? 'over' : '',
    [
      ...(aDay ? [[t(en.aDay, { n: days }), figure(aDay, { currency })] as const] : []),
      [t(en.againstPace), paceLine(limit)],
    ],
    ruler(limit),
  )
}

type Fact = readonly [name: string, value: unknown]

function lead(
  at: At,
  block: Block,
  { period: { start: from, end: to } }: InsightsView,
  label: string,
  wire: string,
  tone: string,
  facts: readonly Fact[],
  under?: unknown,
) {
  const { currency, income, expense } = block
  const filter = { from, to, currency }
  const [into, out] = [t(en.inSoFar), t(en.outSoFar)]
  const all: readonly Fact[] = [
    ...facts,
    [
      into,
      askable(
        at,
        { name: into, amount: income, currency, filter: { ...filter, kind: 'income' }, kinds: ['income'] },
        figure(income, { currency, plus: true }),
        'in',
      ),
    ],
    [
      out,
      askable(
        at,
        { name: out, amount: expense, currency, filter, kinds: ['expense', 'refund'] },
        figure(negated(expense), { currency }),
      ),
    ],
  ]
  return html`<section class="left" aria-label=${label}>
    <div class="row w sb end">
      ${bigFigure(label, wire, currency, tone)}
      <dl class="facts">${all.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
    </div>
    ${under}
  </section>`
}

/** The first figure of a page, its decimals smaller than the rest. */
export function bigFigure(label: string, wire: string, currency: string, tone = '') {
  const [whole, rest] = headline(wire, { currency })
  // in one line, however many figures there are
  return html`<div><p class="s q">${label}</p><p class=${`hero ${tone} ${whole[11] ? 'long' : ''}`}>${whole}<small>${rest}</small></p></div>`
}
