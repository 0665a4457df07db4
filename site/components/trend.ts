import { fromStore } from '../../functions/domain/money.ts'
import { trend } from '../../functions/scene/trend.ts'
import { periodLabel, periodTitle } from '../days.ts'
import { axisFigure, digitsOf, figure, minorOf, negated, wireOf } from '../figures.ts'
import { html } from '../html.ts'
import * as en from '../messages/en.ts'
import { t } from '../messages/t.ts'
import { figuresTable } from './figures-table.ts'
import type { Block } from './hero.ts'
import { legend, picture } from './scene.ts'
import { section } from './section.ts'

/** Income, expense and what remained in the last twelve periods: a picture for the glance, a table for the answer. */
export function trendSection({ currency, net, trend: periods }: Block) {
  const digits = digitsOf(net)
  const rows = periods.map((one) => ({
    title: periodTitle(one),
    income: figure(one.income, { plus: true }),
    expense: figure(negated(one.expense)),
    net: figure(one.net, { plus: true }),
  }))
  const last = rows.at(-1)
  const bars = periods.map((one) => ({
    label: periodLabel(one),
    income: minorOf(one.income),
    expense: minorOf(one.expense),
    net: minorOf(one.net),
  }))
  const heads = [t(en.period), t(en.income), t(en.expense), t(en.net)]
  return section(
    t(en.twelve),
    currency,
    picture(
      trend(bars, digits, {
        sentence: last ? t(en.trendSentence, { ...last, n: periods.length, currency }) : '',
        axis: axisFigure,
        amount: (value) => figure(wireOf(value, digits)),
      }),
    ),
    legend(['income', t(en.income)], ['expense', t(en.expense)], ['net', t(en.net)]),
    figuresTable(
      t(en.trendCaption, { currency }),
      heads,
      rows.map((one) => [one.title, one.income, one.expense, one.net]),
    ),
  )
}

/** What the picture will look like once there is something to draw. */
export function ghost() {
  const bars = Array.from({ length: 12 }, (_, place) => {
    const income = BigInt(40 + ((place * 7) % 12))
    return { label: '', income: fromStore(income), expense: fromStore(income - 9n), net: fromStore(9n) }
  })
  return html`<div class="ghost">${picture(trend(bars, 0, { sentence: '', axis: () => '', amount: String }))}</div>`
}
