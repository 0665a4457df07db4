import type { NetWorthView } from '../../functions/api/accounts.ts'
import { lineChart } from '../../functions/scene/line.ts'
import { figuresTable } from '../components/figures-table.ts'
import { probed } from '../components/probe.ts'
import { picture } from '../components/scene.ts'
import { section } from '../components/section.ts'
import { dayFull } from '../day-full.ts'
import { dateName, dayLabel } from '../day-names.ts'
import { axisFigure, digitsOf, figure, minorOf, wireOf } from '../figures.ts'
import type { At } from '../forms/form.ts'
import { html } from '../html.ts'
import * as charts from '../messages/en-charts.ts'
import { t } from '../messages/t.ts'
import { same } from '../same.ts'
import type { Book } from '../state/book.ts'
import { balances } from './balances.ts'

/** What is in all accounts of one currency, over time and account by account. */
export function netWorth(at: At, book: Book, worth: NetWorthView, currency: string, hasBalances = true) {
  const block = worth.currencies.find((one) => one.currency === currency) ?? worth.currencies[0]
  if (!block) return undefined
  const { today } = book.ledger
  const amounts = block.amounts
  const digits = digitsOf(amounts[0] ?? '')
  const [first = '', before = '', last = ''] = [amounts[0], amounts.at(-2), amounts.at(-1)]
  const change = (from: string, to: string) =>
    figure(wireOf(minorOf(to) - minorOf(from), digits), { currency, plus: true })
  const [since = '', previous = '', until = ''] = [worth.days[0], worth.days.at(-2), worth.days.at(-1)]
  const title = t(charts.netWorth)
  const points = worth.days.map((day, place) => ({
    x: (place / Math.max(worth.days.length - 1, 1)) * 100,
    lines: [figure(amounts[place] ?? '', { currency }), dayFull(day, today)],
  }))
  const chart = lineChart(
    worth.days.map((day, place) => ({ label: dayLabel(day), amount: minorOf(amounts[place] ?? '0') })),
    digits,
    {
      sentence: t(charts.worthSentence, {
        from: figure(first),
        to: figure(last),
        since: dayFull(since, today),
        until: dayFull(until, today),
        currency: block.currency,
      }),
      axis: axisFigure,
    },
  )
  return section(
    title,
    block.currency,
    // where the accounts stand above it, so does the figure
    hasBalances && html`<p class="big num">${figure(last, { currency: block.currency })}</p>`,
    html`<p class="s q">${t(charts.worthChange, { amount: change(before, last), day: dateName(previous, today) })}<br />${t(charts.worthChange, { amount: change(first, last), day: dateName(since, today) })}</p>`,
    probed(at, { name: 'worth', title, points, chart: same('worth', [worth, block], () => picture(chart)) }),
    chart.floor !== 0 && html`<p class="key">${t(charts.axisFrom, { amount: axisFigure(chart.floor) })}</p>`,
    figuresTable(
      t(charts.worthCaption, { currency: block.currency }),
      [t(charts.until), t(charts.netWorth), t(charts.change)],
      worth.days.map((day, place) => [
        dayFull(day, today),
        figure(amounts[place] ?? ''),
        place > 0
          ? figure(wireOf(minorOf(amounts[place] ?? '0') - minorOf(amounts[place - 1] ?? '0'), digits), { plus: true })
          : '',
      ]),
    ),
    hasBalances && balances(book, block.currency),
  )
}
