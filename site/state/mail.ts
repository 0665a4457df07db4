import type { MailView } from '../../functions/api/mail.ts'
import type { ScheduleView } from '../../functions/api/reports.ts'
import type { Problem } from '../api.ts'
import * as words from '../messages/en-mail.ts'
import { t } from '../messages/t.ts'
import { refusalText } from '../refusals.ts'
import { here } from './book.ts'
import { body, items } from './load.ts'
import { changed, whatIs } from './loaded.ts'
import { say } from './screen.ts'
import type { Desk } from './state.ts'

/** For every part that shows what is mailed, and when. */
export const mailAsks = {
  mail: (api: Desk['client']['api']) => body(api.mail.getMail({})),
  schedules: (api: Desk['client']['api']) => items(api.reports.listSchedules({ params: here })),
}

/** Sends the link that shows that somebody reads the address. */
export async function askLink(desk: Desk): Promise<void> {
  const answer = await desk.client.api.mail.askVerification({})
  say(desk, answer.ok ? t(words.linkSent) : mailProblem(answer.error))
}

export async function setKinds(desk: Desk, kinds: Partial<MailView['kinds']>): Promise<Problem | undefined> {
  const answer = await desk.client.api.mail.changeMail({ body: kinds })
  if (!answer.ok) return answer.error
  desk.state.set({ mail: { kind: 'ready', value: answer.value.body } })
  return undefined
}

export type Days = Pick<ScheduleView, 'active' | 'rule' | 'afterDays' | 'hour'>

/** When reports of a kind are made, and, where they are, whether they are mailed. */
export async function setDays(
  desk: Desk,
  kind: ScheduleView['kind'],
  { active, rule, afterDays, hour }: Days,
  isMailed: boolean,
): Promise<Problem | undefined> {
  const { api } = desk.client
  const answer = await api.reports.putSchedule({ params: { ...here, kind }, body: { active, rule, afterDays, hour } })
  if (!answer.ok) return answer.error
  const { schedules, mail } = desk.state.get()
  const newer = (one: ScheduleView) => (one.kind === kind ? answer.value.body : one)
  desk.state.set({ schedules: changed(schedules, (all) => all.map(newer)) })
  return !active || whatIs(mail)?.kinds[kind] === isMailed ? undefined : setKinds(desk, { [kind]: isMailed })
}

export function mailProblem(problem: Problem): string {
  const refusals: { readonly [code: string]: string } = words.refusals
  const message = problem.kind === 'refused' ? refusals[problem.code] : undefined
  return message ? t(message) : refusalText(problem)
}

// it comes after the page: so what both have need not be a piece of its own
export { offerInside } from '../inside.ts'
