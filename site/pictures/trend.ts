import { fromStore } from '../../functions/domain/money.ts'
import { trend } from '../../functions/scene/trend.ts'
import { figuresTable } from '../components/figures-table.ts'
import type { Block } from '../components/hero.ts'
import { probed } from '../components/probe.ts'
import { legend, picture } from '../components/scene.ts'
import { section } from '../components/section.ts'
import { periodLabel, periodTitle } from '../days.ts'
import { axisFigure, digitsOf, figure, minorOf, negated, wireOf } from '../figures.ts'
import type { At } from '../forms/form.ts'
import { html } from '../html.ts'
import * as en from '../messages/en.ts'
import * as charts from '../messages/en-charts.ts'
import { t } from '../messages/t.ts'
import { to } from '../router.ts'
import { same } from '../same.ts'

/** Income, expense and what remained in the last twelve periods: a picture for the glance, a table for the answer. */
export function trendSection(at: At, block: Block) {
  const { currency, net, trend: periods } = block
  const digits = digitsOf(net)
  const rows = periods.map((one) => ({
    title: periodTitle(one),
    href: to('/', { from: one.start, to: one.end, currency }),
    income: figure(one.income, { plus: true }),
    expense: figure(negated(one.expense)),
    net: figure(one.net, { plus: true }),
  }))
  const bars = () =>
    periods.map((one) => ({
      label: periodLabel(one),
      income: minorOf(one.income),
      expense: minorOf(one.expense),
      net: minorOf(one.net),
    }))
  const last = rows.at(-1)
  const title = t(charts.twelve)
  const scene = () =>
    picture(
      trend(bars(), digits, {
        sentence: last ? t(charts.trendSentence, { ...last, n: periods.length, currency }) : '',
        axis: axisFigure,
        amount: (value) => figure(wireOf(value, digits)),
      }),
    )
  const points = rows.map(({ title, income, expense, net, href }, place) => ({
    x: (100 / rows.length) * (place + 0.5),
    lines: [title, `${income} · ${expense}`, `${t(en.net)} ${net}`],
    open: () => at.desk.go(href),
  }))
  return section(
    title,
    currency,
    probed(at, { name: 'trend', title, points, chart: same('trend', [block], scene) }),
    same('trend figures', [block], () => [
      legend(['income', t(en.income)], ['expense', t(en.expense)], ['net', t(en.net)]),
      figuresTable(
        t(charts.trendCaption, { currency }),
        [t(en.period), t(en.income), t(en.expense), t(en.net)],
        rows.map((one) => [html`<a href=${one.href}>${one.title}</a>`, one.income, one.expense, one.net]),
      ),
    ]),
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
