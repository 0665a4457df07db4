import type { ReportView } from '../../functions/api/reports.ts'
import { momentText } from '../day-names.ts'
import { figure } from '../figures.ts'
import { html } from '../html.ts'
import * as words from '../messages/en-reports.ts'
import { t } from '../messages/t.ts'
import type { Pile } from '../state/shelf.ts'
import type { Desk } from '../state/state.ts'
import { editionButton, pdfButton, toReport } from './acts.ts'
import { reportName } from './names.ts'
import { changeNote, standing } from './standing.ts'

/** Reports as lines, the older editions of each folded below it. */
export function reportRows(desk: Desk, all: readonly Pile[]) {
  return html`<ul>${all.map(
    ({ latest, older }) => html`<li class="session" key=${latest.id}>
      <div class="account"><span><a href=${toReport(latest)}>${reportName(latest)}</a><br />${standing(latest, desk.now())}</span>${sums(latest)}${pdfButton(desk, latest)}</div>
      ${latest.changed && html`<div class="row w sb">${changeNote(latest)}${editionButton(desk, latest, 'b t')}</div>`}
      ${folded(desk, older)}
    </li>`,
  )}</ul>`
}

/** What was spent, and what remained. */
function sums({ figures }: ReportView) {
  return html`<span class="r num">${
    figures &&
    html`<b>${t(words.spent, { amount: figure(figures.expense) })}</b><br /><span class="q xs">${t(words.net, { amount: figure(figures.net, { plus: true }) })}</span>`
  }</span>`
}

export function folded(desk: Desk, older: readonly ReportView[]) {
  return (
    older.length > 0 &&
    html`<details><summary>${t(words.older, { n: older.length })}</summary>${editionRows(desk, older)}</details>`
  )
}

export function editionRows(desk: Desk, all: readonly ReportView[]) {
  return html`<ul>${all.map(
    (one) =>
      html`<li class="row w sb s" key=${one.id}><a class="link" href=${toReport(one)}>${t(words.editionOf, { n: one.edition, when: momentText(one.createdAt) })}</a>${pdfButton(desk, one, t(words.pdf), 'b t')}</li>`,
  )}</ul>`
}
