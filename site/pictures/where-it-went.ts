import type { InsightsView } from '../../functions/api/insights.ts'
import { ring, ringSize } from '../../functions/scene/ring.ts'
import type { PartRole } from '../../functions/scene/scene.ts'
import type { Block } from '../components/hero.ts'
import { icon, iconOf, swatch } from '../components/icon.ts'
import { probed } from '../components/probe.ts'
import { picture } from '../components/scene.ts'
import { section } from '../components/section.ts'
import { askable } from '../components/why.ts'
import { figure, minorOf, percent } from '../figures.ts'
import type { At } from '../forms/form.ts'
import { html } from '../html.ts'
import * as en from '../messages/en.ts'
import * as charts from '../messages/en-charts.ts'
import { t } from '../messages/t.ts'
import { to } from '../router.ts'
import { type Book, colourOf } from '../state/book.ts'
import type { Filter } from '../state/filter.ts'
import { open } from '../state/screen.ts'
import { pieceAt } from './piece-at.ts'

const up = 'm6 14 6-6 6 6'
const down = 'm6 10 6 6 6-6'

type Figure = Block['byCategory'][number]
type Part = Figure['children'][number]

/** Spending by category on two levels, as a ring and as a table: opening a category shows what it is made of in both. */
export function whereItWent(at: At, book: Book, block: Block, { period }: InsightsView) {
  const { currency, expense, byCategory } = block
  const all = byCategory.filter((one) => one.kind === 'expense')
  const opened = all.find((one) => keyOf(one) === at.state.place.query.get('open') && one.children.length > 0)
  if (all.length === 0)
    return section(t(charts.whereItWent), currency, html`<p class="q">${t(charts.nothingSpent)}</p>`)

  const filter = (one: Part): Filter => ({
    category: one.categoryId ?? opened?.categoryId ?? 'none',
    from: period.start,
    to: period.end,
    currency,
  })
  const nameOf = (one: Part, parent?: Figure) =>
    one.name ?? (parent ? t(charts.onItself, { name: parent.name ?? '' }) : t(en.noCategory))
  const link = (open: string | undefined) => to('/', { ...Object.fromEntries(at.state.place.query), open })
  return section(
    t(charts.whereItWent),
    opened ? t(charts.opened, { name: nameOf(opened) }) : currency,
    html`<div class="split" onKeyDown=${(event: KeyboardEvent) => opened && event.key === 'Escape' && at.desk.go(link(undefined))}>
      ${rings(at, book, opened ? opened.children : all, opened, { total: opened?.amount ?? expense, nameOf, filter, link, currency })}
      <table>
        <caption class="vh">${t(charts.whereItWent)}</caption>
        <thead class="vh"><tr>${[en.category, en.spent, charts.percent].map((head) => html`<th scope="col">${t(head)}</th>`)}</tr></thead>
        <tbody>${all.flatMap((one) => {
          const isOpen = one === opened
          return [
            html`<tr key=${keyOf(one)}>
              <th scope="row">${swatch(colourOf(book, one.categoryId))}${one.children.length > 0 ? html`<button class="link" type="button" aria-expanded=${isOpen ? 'true' : 'false'} onClick=${() => at.desk.go(link(isOpen ? undefined : keyOf(one)))}>${nameOf(one)}${iconOf(isOpen ? up : down)}</button>` : nameOf(one)}</th>
              ${amountCells(at, one, nameOf(one), filter({ ...one, categoryId: one.categoryId }), currency)}
              <td class="r q">${one.share !== undefined && percent(one.share)}</td></tr>`,
            ...(isOpen
              ? one.children.map(
                  (
                    child,
                  ) => html`<tr class="sub" key=${`${keyOf(one)} ${keyOf(child)}`}><th scope="row">${nameOf(child, one)}</th>
              ${amountCells(at, child, nameOf(child, one), filter(child), currency)}
              <td class="r q">${child.share !== undefined && percent(child.share)}</td></tr>`,
                )
              : []),
          ]
        })}</tbody>
        <tfoot><tr class="total"><th scope="row">${t(en.spent)}</th><td class="r">${figure(expense)}</td><td></td></tr></tfoot>
      </table>
    </div>`,
  )
}

function amountCells(at: At, one: Part, name: string, filter: Filter, currency: string) {
  return html`<td class="r">${askable(at, whyOf(one, name, filter, currency), figure(one.amount))}</td>`
}

function whyOf({ amount }: Part, name: string, filter: Filter, currency: string) {
  return { name, amount, currency, filter, kinds: ['expense', 'refund'] as const }
}

interface RingParts {
  readonly total: string
  readonly nameOf: (one: Part, parent?: Figure) => string
  readonly filter: (one: Part) => Filter
  readonly link: (open: string | undefined) => string
  readonly currency: string
}

/** The ring of all categories, or of what an opened one is made of. In its middle the whole, or the piece that is pointed at. */
function rings(
  at: At,
  book: Book,
  parts: readonly (Part & { readonly children?: readonly Part[] })[],
  opened: Figure | undefined,
  { total, nameOf, filter, link, currency }: RingParts,
) {
  const shown = parts.filter((one) => minorOf(one.amount) > 0n)
  const role = (one: Part): PartRole => `c${(colourOf(book, one.categoryId ?? opened?.categoryId) ?? 0) as 0}`
  const pointed = at.state.probe?.name === 'ring' ? shown[at.state.probe.at] : undefined
  const most = shown[0]
  const { shapes } = ring(
    shown.map((one) => ({
      role: role(one),
      amount: minorOf(one.amount),
      parts: (one.children ?? []).map((child) => minorOf(child.amount)),
    })),
    { sentence: '' },
  )
  const scene = { height: ringSize, sentence: '', axis: [], shapes }
  const sentence = t(charts.spentSentence, {
    spent: figure(total),
    currency,
    most: most ? nameOf(most, opened) : '',
    share: most?.share === undefined ? '' : percent(most.share),
  })
  const points = shown.map((one) => ({
    x: 0,
    lines: [nameOf(one, opened), figure(one.amount, { currency }), one.share === undefined ? '' : percent(one.share)],
    open: () =>
      one.children?.length
        ? at.desk.go(link(keyOf(one)))
        : open(at.desk, { kind: 'why', ...whyOf(one, nameOf(one, opened), filter(one), currency) }),
  }))
  const chart = html`<svg class="donut" viewBox=${`0 0 ${ringSize} ${ringSize}`} role="img" aria-label=${sentence}>
    ${picture(scene)}
    <text class="label" x="50%" y="76">${pointed ? nameOf(pointed, opened) : opened ? nameOf(opened) : t(en.spent)}</text>
    <text class="headline" x="50%" y="98">${figure(pointed?.amount ?? total)}</text>
    <text class="label" x="50%" y="114">${pointed ? pointed.share !== undefined && percent(pointed.share) : t(charts.categories, { n: shown.length })}</text>
  </svg>`
  return html`<div class="ringside">
    ${most ? probed(at, { name: 'ring', title: t(charts.whereItWent), points, chart, first: 0, find: (x, y) => pieceAt(shapes, shown, x, y), isBare: true }) : html`<p class="q">${t(charts.allCameBack)}</p>`}
    ${opened && html`<p class="more"><a class="b" href=${link(undefined)}>${icon('prev')}${t(charts.closeCategory)}</a></p>`}
  </div>`
}

function keyOf({ categoryId }: Part): string {
  return categoryId ?? 'none'
}
