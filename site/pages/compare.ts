import type { InsightsView } from '../../functions/api/insights.ts'
import { figuresOf, type Pair, pairsOf } from '../compare.ts'
import { swatch } from '../components/icon.ts'
import { legend } from '../components/scene.ts'
import { section, when } from '../components/section.ts'
import { periodTitle } from '../days.ts'
import { figure, minorOf } from '../figures.ts'
import { field } from '../forms/field.ts'
import { type At, form, formOf } from '../forms/form.ts'
import { periodDialog } from '../forms/period-dialog.ts'
import { html } from '../html.ts'
import { offerInside } from '../inside.ts'
import * as en from '../messages/en.ts'
import * as charts from '../messages/en-charts.ts'
import * as words from '../messages/en-period.ts'
import { t } from '../messages/t.ts'
import { to } from '../router.ts'
import { type Book, colourOf, here } from '../state/book.ts'
import { askBy, body, periodIn } from '../state/load.ts'
import { both, whatIs } from '../state/loaded.ts'
import { blockOf } from './dashboard.ts'

type Period = InsightsView['period']
interface InsightsAsk {
  readonly on?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** Any two periods side by side: what came in and went out, and each category. */
export function compare(at: At) {
  const { state, desk } = at
  const { book, figures, others, place } = state
  const currency = place.query.get('currency') ?? undefined
  return html`<div class="head"><div><h1 tabindex="-1">${t(words.compare)}</h1><p class="q s">${t(words.compareLead)}</p></div></div>
    ${ends(at)}
    ${when(desk, both(book, both(figures, others)), 12, ([known, [first, second]]) => sideBySide(known, first, second, currency))}`
}

/** The four days that two periods are made of. */
function ends(at: At) {
  const { figures, others, place } = at.state
  const { query } = place
  // what is shown without being asked for
  const a = query.has('from') ? undefined : whatIs(figures)?.period
  const b = query.has('with') ? undefined : whatIs(others)?.period
  const of = formOf(at.state, 'compare')
  const date = { type: 'date', min: '1900-01-01', max: '2199-12-31' }
  const span = (
    title: string,
    from: string,
    until: string,
    now: Period | undefined,
  ) => html`<fieldset><legend class="s"><b>${title}</b></legend><div class="g two tight">
    ${field(of, from, { label: t(words.from), value: query.get(from) ?? now?.start ?? '', ...date })}${field(of, until, { label: t(words.to), value: query.get(until) ?? now?.end ?? '', ...date })}</div></fieldset>`
  return form(at, {
    name: 'compare',
    words: t(words.show),
    fields: html`<div class="g two" key=${`${query} ${a?.start} ${b?.start}`}>${span(t(words.first), 'from', 'to', a)}${span(t(words.second), 'with', 'until', b)}</div>`,
    send: async ({ from = '', to: end = '', with: start = '', until = '' }) => {
      const faults = {
        ...((!from || !end || from > end) && { to: t(words.wrongWay) }),
        ...((!start || !until || start > until) && { until: t(words.wrongWay) }),
      }
      if (Object.keys(faults).length > 0) return { kind: 'faults', faults }
      at.desk.go(to('/compare', { from, to: end, with: start, until, currency: query.get('currency') ?? undefined }))
      return undefined
    },
  })
}

function sideBySide(book: Book, first: InsightsView, second: InsightsView, currency: string | undefined) {
  const block = blockOf(first, currency)
  const other = second.currencies.find((one) => one.currency === block?.currency)
  if (!block || !other) return html`<p class="q follow">${t(words.nothingInBoth)}</p>`
  const pairs = pairsOf(block, other)
  const heads = ['', periodTitle(first.period), periodTitle(second.period), t(words.change)]
  const title = t(words.comparison, { currency: block.currency })
  return html`<div class="follow">${section(
    t(words.byCategory),
    block.currency,
    pairs.length === 0
      ? html`<p class="q">${t(words.nothingInBoth)}</p>`
      : html`<div class="scroll" tabindex="0" role="region" aria-label=${title}><table class="pairs">
      <caption class="vh">${title}</caption>
      <thead><tr><th scope="col">${t(en.category)}</th>${heads.slice(1).map((head) => html`<th scope="col" class="r">${head}</th>`)}<th scope="col" class="wide"><span class="vh">${t(charts.share)}</span></th></tr></thead>
      <tbody>${pairs.map((pair) => row(book, pair, most(pairs), first, second))}</tbody>
      <tfoot>${figuresOf(block, other).map(
        ([name, a, b, change]) =>
          html`<tr class="total"><th scope="row">${name}</th><td class="r">${figure(a)}</td><td class="r">${figure(b)}</td><td class="r">${figure(change, { plus: true })}</td><td class="wide"></td></tr>`,
      )}</tfoot></table></div>
      ${legend(['expense', heads[1] ?? ''], ['before', heads[2] ?? ''])}`,
  )}</div>`
}

const most = (pairs: readonly Pair[]) =>
  Math.max(1, ...pairs.flatMap(({ first, second }) => [Number(minorOf(first)), Number(minorOf(second))]))

function row(
  book: Book,
  { id, name, kind, first, second, change }: Pair,
  largest: number,
  a: InsightsView,
  b: InsightsView,
) {
  const width = (wire: string) => `${Math.max(0, (Number(minorOf(wire)) / largest) * 100)}%`
  const link = (wire: string, { period }: InsightsView) =>
    html`<a href=${to('/entries', { category: id ?? 'none', from: period.start, to: period.end })}>${figure(wire)}</a>`
  return html`<tr key=${`${kind} ${id}`}><th scope="row">${swatch(colourOf(book, id))}${name ?? t(en.noCategory)}</th>
    <td class="r">${link(first, a)}</td><td class="r q">${link(second, b)}</td><td class="r">${figure(change, { plus: true })}</td>
    <td class="wide"><svg class="ch" height="18" aria-hidden="true"><rect class=${kind === 'income' ? 'income' : 'expense'} width=${width(first)} height="8" /><rect class="before" y="10" width=${width(second)} height="8" /></svg></td></tr>`
}

askBy({
  others: async (api, { place: { query } }) => {
    const ask = (query: InsightsAsk) => body(api.insights.getInsights({ params: here, query }))
    const [from, to] = [query.get('with') ?? undefined, query.get('until') ?? undefined]
    if (from && to) return ask({ from, to })
    // compared with nothing in particular: with the period before
    const first = await ask(periodIn(query))
    return first.ok ? ask({ from: first.value.previous.start, to: first.value.previous.end }) : first
  },
})
offerInside({ '/compare': compare, '#period': (at) => at.state.dialog?.kind === 'period' && periodDialog(at) })
