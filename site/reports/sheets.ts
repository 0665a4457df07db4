import type { ReportView } from '../../functions/api/reports.ts'
import { periodLabel, periodTitle } from '../days.ts'
import { figure, minorOf } from '../figures.ts'
import { html } from '../html.ts'
import * as words from '../messages/en-reports.ts'
import { t } from '../messages/t.ts'
import type { Pile } from '../state/shelf.ts'
import type { Desk } from '../state/state.ts'
import { editionButton, pdfButton, toReport } from './acts.ts'
import { folded } from './rows.ts'
import { changeNote, standing } from './standing.ts'

/** Monthly reports side by side on their board: what came in and went out is drawn on each, to one scale. */
export function sheets(desk: Desk, all: readonly Pile[]) {
  const amounts = all.flatMap(({ latest: { figures } }) =>
    figures ? [figures.income, figures.expense].map(width) : [],
  )
  const most = Math.max(1, ...amounts)
  return html`<ul class="shelf">${all.map(
    ({ latest, older }) => html`<li key=${latest.id}>
      <h3><a href=${toReport(latest)}>${sheet(latest, most)}<span>${periodTitle(latest.period)}</span></a></h3>
      <p class="num">${latest.figures && netOf(latest.figures.net)}</p>
      <p>${standing(latest, desk.now())}</p>
      ${latest.changed && changeNote(latest)}
      <p class="row w">${pdfButton(desk, latest)}${latest.changed && editionButton(desk, latest, 'b t')}</p>
      ${folded(desk, older)}
    </li>`,
  )}</ul>`
}

function netOf(net: string) {
  return html`<span class="xs"><span class=${net.startsWith('-') ? '' : 'in'}>${t(words.net, { amount: figure(net, { plus: true }) })}</span></span>`
}

/** Hollow what came in, solid what went out; the double rule at its foot is broken where the figures are others by now. */
function sheet({ period, figures, changed }: ReportView, most: number) {
  const bar = (wire: string) => (width(wire) / most) * 96
  return html`<svg class="ch page" viewBox="0 0 120 156" aria-hidden="true"><rect class="track" width="120" height="156" />
    <text class="strong serif" x="12" y="22">${periodLabel(period)}</text><text x="108" y="22" text-anchor="end">${period.start.slice(0, 4)}</text>
    <line class="zero" x1="12" x2="108" y1="30" y2="30" />
    ${figures && html`<rect class="income" x="12" y="42" width=${bar(figures.income)} height="9" /><rect class="expense" x="12" y="57" width=${bar(figures.expense)} height="9" />`}
    ${[84, 94, 104, 114].map((y, n) => html`<line class="grid" x1="12" x2=${[108, 108, 82, 96][n]} y1=${y} y2=${y} />`)}
    <line class="zero" x1="60" x2="108" y1="132" y2="132" />
    ${[141, 144].map((y) => html`<line class=${changed ? 'zero broke' : 'zero'} x1="60" x2="108" y1=${y} y2=${y} />`)}</svg>`
}

/** To draw with, never to add up. */
function width(wire: string): number {
  return Math.max(0, Number(minorOf(wire)))
}
