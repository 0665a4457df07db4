import type { BudgetView } from '../../functions/api/budgets.ts'
import type { InsightsView } from '../../functions/api/insights.ts'
import { dayAndMonth, daysLeft, periodTitle } from '../days.ts'
import { digitsOf, figure, headline, minorOf, negated, wireOf } from '../figures.ts'
import { html } from '../html.ts'
import * as en from '../messages/en.ts'
import { t } from '../messages/t.ts'
import { paceLine, ruler } from './limits.ts'

export type Block = InsightsView['currencies'][number]

/** The figure that the page exists for: what is left of the limit for everything or, without one, what remains. */
export function hero(block: Block, { today, previous }: InsightsView) {
  const limit = block.budgets.find((one) => !one.categoryId && !one.archived)
  if (limit) return left(block, limit, today)
  const { currency, net, usual } = block
  return lead(block, t(en.remains), net, '', [
    [periodTitle(previous), figure(block.previous.net, { currency, plus: true })],
    [t(en.usual), figure(usual.net, { currency, plus: true })],
  ])
}

function left(block: Block, limit: BudgetView, today: string) {
  const { currency, left, period } = limit
  const days = daysLeft(period, today)
  const isOver = left.startsWith('-')
  const words = { day: dayAndMonth(period.end), limit: figure(limit.amount, { currency }) }
  return lead(
    block,
    t(isOver ? en.leftOver : days ? en.leftUntil : en.leftAt, words),
    isOver ? negated(left) : left,
    isOver ? 'over' : '',
    [
      // whole minor units, never a bit too much
      ...(days && !isOver
        ? [
            [
              t(en.aDay, { n: days }),
              figure(wireOf(minorOf(left) / BigInt(days), digitsOf(left)), { currency }),
            ] as const,
          ]
        : []),
      [t(en.againstPace), paceLine(limit)],
    ],
    ruler(limit),
  )
}

type Fact = readonly [name: string, value: unknown]

function lead(block: Block, label: string, wire: string, tone: string, facts: readonly Fact[], under?: unknown) {
  const { currency, income, expense } = block
  const all: readonly Fact[] = [
    ...facts,
    [t(en.inSoFar), html`<span class="in">${figure(income, { currency, plus: true })}</span>`],
    [t(en.outSoFar), figure(negated(expense), { currency })],
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
  return html`<div><p class="s q">${label}</p><p class=${`hero ${tone}`}>${whole}<small>${rest}</small></p></div>`
}
