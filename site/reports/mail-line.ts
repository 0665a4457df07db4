import type { MailView } from '../../functions/api/mail.ts'
import type { ReportView } from '../../functions/api/reports.ts'
import { icon } from '../components/icon.ts'
import type { At } from '../forms/form.ts'
import { html } from '../html.ts'
import * as mailWords from '../messages/en-mail.ts'
import * as words from '../messages/en-reports.ts'
import { t } from '../messages/t.ts'
import { whatIs } from '../state/loaded.ts'
import { askLink } from '../state/mail.ts'
import { mailAgain } from '../state/reports.ts'
import { isAtRest } from '../state/shelf.ts'
import type { Desk } from '../state/state.ts'
import { editionButton } from './acts.ts'
import { standingLook, standingText } from './standing.ts'

/** What became of a report's mail in a sentence, heard as it goes on, with the one thing to do about it. */
export function mailLine({ state, desk }: At, report: ReportView) {
  const [shape, tone] = standingLook(report)
  return html`<div class="note" role="status">${icon(shape, tone)}<p>${standingText(report)}</p>${isAtRest(report) && act(desk, report, whatIs(state.mail))}</div>`
}

function act(desk: Desk, report: ReportView, mail: MailView | undefined) {
  const { trouble, pdf, mail: was } = report
  if (!pdf) return trouble === 'broken' && editionButton(desk, report)
  if (!mail) return undefined
  if (!mail.verified || mail.stopped)
    return html`<button class="b t" type="button" onClick=${() => askLink(desk)}>${t(mailWords.sendAgain)}</button>`
  const isRepeat = was.sentAt !== undefined || trouble === 'refused' || trouble === 'outcome-unknown'
  return html`<button class="b t" type="button" onClick=${() => mailAgain(desk, report)}>${t(isRepeat ? words.mailAgain : words.mailIt)}</button>`
}
