import type { ReportView } from '../../functions/api/reports.ts'
import { empty } from '../components/empty.ts'
import { icon } from '../components/icon.ts'
import { note } from '../components/note.ts'
import { section, whenPage } from '../components/section.ts'
import { momentText } from '../day-names.ts'
import { figure } from '../figures.ts'
import type { At } from '../forms/form.ts'
import { html } from '../html.ts'
import * as en from '../messages/en.ts'
import * as words from '../messages/en-reports.ts'
import { t } from '../messages/t.ts'
import { editionButton, pdfButton, toReport } from '../reports/acts.ts'
import { mailLine } from '../reports/mail-line.ts'
import { reportName } from '../reports/names.ts'
import { editionRows } from '../reports/rows.ts'
import { changedText } from '../reports/standing.ts'
import { to } from '../router.ts'
import { followAll } from '../state/reports.ts'
import type { Shelved } from '../state/shelf.ts'

/** One report: its figures, its file, what became of its mail, and what has changed since. Mails lead here. */
export function report(at: At) {
  const { state, desk } = at
  const { report } = state
  const isGone = report.kind === 'failed' && report.problem.kind === 'refused' && report.problem.code === 'not-found'
  return isGone ? gone() : whenPage(desk, t(en.reports), report, 6, (shelved) => opened(at, shelved))
}

function opened(at: At, { report, others }: Shelved) {
  const { desk } = at
  const { kind, edition, figures, pdf, period, changed } = report
  followAll(desk, [report])
  const newer = others.find((one) => one.edition > edition)
  const made = figures ? t(words.asOf, { when: momentText(figures.madeAt) }) : t(words.notFigured)
  return html`
    <div class="head"><div><h1 tabindex="-1">${reportName(report)}</h1><p class="q s">${t(words.kinds[kind])} · ${t(words.edition, { n: edition })} · ${made}</p></div>
      <div class="row w">${pdfButton(desk, report, t(words.download), 'b p')}${pdf && html`<span class="q s">${t(words.size, { kb: Math.ceil(pdf.bytes / 1024) })}</span>`}</div></div>
    ${newer && note({ icon: 'wait', words: t(words.isOlder), action: [t(words.openNewer), () => desk.go(toReport(newer))] })}
    ${!newer && changed && html`<div class="note">${icon('warn', 'warn')}<p>${t(words.changedBy, { parts: changedText(report) })}</p>${editionButton(desk, report)}</div>`}
    <div class="g">
      ${figures && sums(report, figures)}
      ${mailLine(at, report)}
      ${others.length > 0 && section(t(words.editions), undefined, editionRows(desk, others))}
      <p class="row w"><a class="b" href=${to('/reports')}>${icon('report')}${t(words.all)}</a><a class="b" href=${to('/', { from: period.start, to: period.end })}>${icon('overview')}${t(words.toDays)}</a></p>
    </div>`
}

function sums({ period }: ReportView, { currency, income, expense, net, entries }: NonNullable<ReportView['figures']>) {
  const facts = [
    [en.income, figure(income, { currency, plus: true })],
    [en.spent, figure(expense, { currency })],
    [en.net, figure(net, { currency, plus: true })],
    [words.entries, html`<a href=${to('/entries', { from: period.start, to: period.end })}>${entries}</a>`],
  ] as const
  return html`<dl class="facts">${facts.map(([name, value]) => html`<div><dt>${t(name)}</dt><dd>${value}</dd></div>`)}</dl>`
}

function gone() {
  const back = html`<a class="b p" href=${to('/reports')}>${t(words.all)}</a>`
  return html`<div class="head"><h1 tabindex="-1">${t(en.reports)}</h1></div>${empty(t(words.noReport), t(words.noReportMore), back, 'sheets')}`
}
