import type { ReportView } from '../../functions/api/reports.ts'
import { iconOf } from '../components/icon.ts'
import { html } from '../html.ts'
import * as words from '../messages/en-reports.ts'
import { t } from '../messages/t.ts'
import { to } from '../router.ts'
import { download, makeEdition, reportProblem } from '../state/reports.ts'
import { say } from '../state/screen.ts'
import type { Desk } from '../state/state.ts'
import { reportName } from './names.ts'

const arrow = 'M12 4v11m-5-5 5 5 5-5M4 20h16'

/** Where a report has an address of its own: mails lead there, too. */
export function toReport({ id }: Pick<ReportView, 'id'>): string {
  return to(`/reports/${id}`)
}

/** Hands over the file, where there is one. */
export function pdfButton(desk: Desk, report: ReportView, text = t(words.pdf), look = 'b') {
  const name = t(words.pdfOf, { name: reportName(report) })
  return (
    report.pdf &&
    html`<button class=${look} type="button" aria-label=${look === 'b' ? name : undefined} onClick=${() => download(desk, report)}>${iconOf(arrow)}${text}</button>`
  )
}

/** Where the figures are others by now, or there is no sheet: has it made once more, and goes there. */
export function editionButton(desk: Desk, report: ReportView, look = 'b') {
  async function press(): Promise<void> {
    const { place } = desk.state.get()
    const made = await makeEdition(desk, report)
    if (!('edition' in made)) say(desk, reportProblem(made))
    else if (desk.state.get().place === place) desk.go(toReport(made))
  }
  const text = report.changed ? t(words.makeEdition, { n: report.edition + 1 }) : t(words.makeAnew)
  return html`<button class=${look} type="button" onClick=${press}>${text}<span class="vh"> ${reportName(report)}</span></button>`
}
