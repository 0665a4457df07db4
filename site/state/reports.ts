import type { ReportView, reports } from '../../functions/api/reports.ts'
import type { Ask } from '../../functions/api/route.ts'
import type { Problem } from '../api.ts'
import { openFile } from '../download.ts'
import type { Outcome } from '../forms/form.ts'
import * as words from '../messages/en-reports.ts'
import { t } from '../messages/t.ts'
import { refusalText } from '../refusals.ts'
import { reportName } from '../reports/names.ts'
import { uuidV7 } from '../uuid.ts'
import { here } from './book.ts'
import { load } from './load.ts'
import { changed } from './loaded.ts'
import { say } from './screen.ts'
import { isAtRest } from './shelf.ts'
import type { Desk } from './state.ts'

export type Wish = Ask<typeof reports.makeReport>['body']

/** What was asked for last and not answered: asked again, it is the same report. */
let tried = { wish: '', id: '' }

/** Has a report made, or finds the one that is there and still true; answers with it, and follows what becomes of it. */
export async function make(desk: Desk, wish: Wish): Promise<ReportView | Problem> {
  const { api } = desk.client
  const text = JSON.stringify(wish)
  if (text !== tried.wish) tried = { wish: text, id: uuidV7(desk.now()) }
  const answer = await api.reports.makeReport({ params: here, body: wish, headers: { 'idempotency-key': tried.id } })
  if (!answer.ok) return answer.error
  tried = { wish: '', id: '' }

  const { status, body: report } = answer.value
  if (status === 200) say(desk, t(words.thereAlready))
  follow(desk, report)
  return report
}

/** Another edition: of the same kind, or of just these days where reports of its kind are cut otherwise by now. */
export async function makeEdition(desk: Desk, report: ReportView): Promise<ReportView | Problem> {
  const { kind, period } = report
  const stretches = await import('./stretches.ts').catch(() => undefined)
  if (!stretches) return { kind: 'offline' }
  const same = await stretches.isStillCut(desk.client.api, report)
  if (!same.ok) return same.error
  const isOwn = kind !== 'custom' && same.value
  return make(desk, isOwn ? { kind, start: period.start } : { kind: 'custom', ...period })
}

export async function mailAgain(desk: Desk, { id }: ReportView): Promise<void> {
  const answer = await desk.client.api.reports.mailReport({ params: { ...here, id } })
  if (!answer.ok) return say(desk, reportProblem(answer.error))
  follow(desk, answer.value.body)
}

/** Its address is good for five minutes, so it is asked for when it is wanted. */
export async function download(desk: Desk, { id }: ReportView, open = openFile): Promise<void> {
  const answer = await desk.client.api.reports.getReport({ params: { ...here, id } })
  if (!answer.ok) return say(desk, reportProblem(answer.error))
  const { pdf } = answer.value.body
  if (pdf) open(pdf.url)
  else say(desk, t(words.notReady))
}

const firstMs = 600
const mostMs = 15_000

/** Asks now and then, and ever less often, until nothing more happens to it. */
export function follow(desk: Desk, report: ReportView): void {
  const known = desk.state.get().followed.get(report.id)
  keep(desk, report)
  if (!isAtRest(report) && (!known || isAtRest(known))) askLater(desk, report, firstMs)
}

/** What nobody has followed yet, as after the page was loaded anew; not while it is drawn. */
export function followAll(desk: Desk, reports: readonly ReportView[]): void {
  const open = reports.filter((one) => !isAtRest(one) && !isFollowed(desk, one.id))
  if (open.length === 0) return
  queueMicrotask(() => {
    for (const one of open) follow(desk, one)
  })
}

function askLater(desk: Desk, report: ReportView, waitMs: number): void {
  const { id } = report
  desk.later(waitMs, async () => {
    if (!isFollowed(desk, id)) return
    const answer = await desk.client.api.reports.getReport({ params: { ...here, id } })
    // somebody has logged out
    if (!isFollowed(desk, id)) return
    if (!answer.ok) return answer.error.kind === 'offline' ? askLater(desk, report, mostMs) : forget(desk, id)
    keep(desk, answer.value.body)
    if (isAtRest(answer.value.body)) arrived(desk, answer.value.body)
    else askLater(desk, report, Math.min(waitMs * 1.5, mostMs))
  })
}

function arrived(desk: Desk, report: ReportView): void {
  const { state } = report
  const message = state === 'sent' ? words.nowMailed : state === 'failed' ? words.nowTroubled : words.nowKept
  say(desk, t(message, { name: reportName(report) }))
  load(desk)
}

const isFollowed = ({ state }: Desk, id: string) => state.get().followed.has(id)

/** Wherever it is shown, it is as it is by now. */
function keep({ state }: Desk, report: ReportView): void {
  const { followed, shelf, report: shelved } = state.get()
  const newer = (one: ReportView) => (one.id === report.id ? report : one)
  state.set({
    followed: new Map([...followed, [report.id, report]]),
    shelf: changed(shelf, (value) => ({ ...value, items: value.items.map(newer) })),
    report: changed(shelved, (value) => ({ ...value, report: newer(value.report) })),
  })
}

function forget({ state }: Desk, id: string): void {
  state.set({ followed: new Map([...state.get().followed].filter(([name]) => name !== id)) })
}

/** The same for a form, which says under its fields what it can. */
export function reportFaults(problem: Problem): Outcome {
  if (problem.kind !== 'refused' || problem.code !== 'bad-range') return problem
  return { kind: 'faults', faults: { end: t(words.badRange) } }
}

export function reportProblem(problem: Problem): string {
  const refusals: { readonly [code: string]: string } = words.refusals
  const message = problem.kind === 'refused' ? refusals[problem.code] : undefined
  return message ? t(message) : refusalText(problem)
}
