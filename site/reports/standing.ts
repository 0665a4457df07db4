import type { ReportView } from '../../functions/api/reports.ts'
import { type IconName, icon } from '../components/icon.ts'
import { momentDay, momentText } from '../day-names.ts'
import { figure } from '../figures.ts'
import { html } from '../html.ts'
import * as words from '../messages/en-reports.ts'
import { t } from '../messages/t.ts'
import { isAtRest } from '../state/shelf.ts'

/** How far it has come, in a few words with their shape; a colour only where somebody has to look. */
export function standing(report: ReportView, now: number) {
  const [shape, tone] = standingLook(report)
  const text = shortText(report, now)
  return html`<span class=${`st xs ${tone}`}>${icon(shape)}<span>${text}</span></span>`
}

export function standingLook(report: ReportView): readonly [shape: IconName, tone: string] {
  if (!isAtRest(report)) return ['wait', 'q']
  if (report.state === 'failed') return ['over', 'over']
  return report.trouble ? ['warn', 'warn'] : ['ok', 'q']
}

/** The same in a sentence, with what there is to do about trouble. */
export function standingText(report: ReportView): string {
  if (!isAtRest(report)) return progressText(report)
  return report.trouble ? t(words.troubles[report.trouble]) : restText(report)
}

function shortText(report: ReportView, now: number): string {
  const { trouble, mail } = report
  if (!isAtRest(report)) return progressText(report)
  if (trouble) return t(words.short[trouble])
  return mail.sentAt === undefined ? t(words.kept) : t(words.sent, { when: momentDay(mail.sentAt, now) })
}

function restText({ mail: { sentAt } }: ReportView): string {
  return sentAt === undefined ? t(words.kept) : t(words.sent, { when: momentText(sentAt) })
}

function progressText({ state }: ReportView): string {
  switch (state) {
    case 'planned':
      return t(words.waits)
    case 'figured':
      return t(words.drawn)
    case 'stored':
      return t(words.mailNext)
    default:
      return t(words.sending)
  }
}

/** What is another figure by now, where it stands on the shelf. */
export function changeNote(report: ReportView) {
  return html`<p class="st warn xs">${icon('warn')}<span>${t(words.changedSince)}: ${changedText(report)}</span></p>`
}

/** "spent +2.50, net −2.50": what is another figure by now. */
export function changedText({ changed }: ReportView): string {
  if (!changed) return ''
  const parts = (['income', 'expense', 'net'] as const).filter((name) => /[1-9]/.test(changed[name]))
  if (parts.length === 0) return t(words.sameSums)
  return parts.map((name) => t(words.changedParts[name], { amount: figure(changed[name], { plus: true }) })).join(', ')
}
