import type { Outcome } from '../forms/form.ts'
import * as words from '../messages/en-settings.ts'
import { t } from '../messages/t.ts'
import { refusalText } from '../refusals.ts'
import { to } from '../router.ts'
import { writeRule } from '../rule.ts'
import { type Book, here } from './book.ts'
import { loadOne } from './load.ts'
import { say } from './screen.ts'
import { enter, signOut } from './session.ts'
import type { Desk, SessionView, Values } from './state.ts'
import { write } from './write.ts'

export async function changePerson(desk: Desk, { name, locale, timeZone }: Values): Promise<Outcome> {
  const answer = await desk.client.api.profile.changeMe({ body: { name, locale, timeZone } })
  if (!answer.ok) return answer.error
  desk.state.set({ session: { kind: 'in', user: answer.value.body } })
  // reports come at another hour by now
  void loadOne(desk, 'schedules')
  say(desk, t(words.done))
  return undefined
}

/** The rule is sent only where it is another one: sent again it would begin anew. */
export function changeLedger(desk: Desk, { ledger }: Book, values: Values): Promise<Outcome> {
  const { name, timeZone, firstWeekday } = values
  const rule = writeRule(values)
  const body = {
    name,
    timeZone,
    firstWeekday: Number(firstWeekday),
    ...(rule !== (ledger.nextRule?.rule ?? ledger.rule) && { rule }),
  }
  return write(desk, desk.client.api.ledgers.changeLedger({ params: here, body }), t(words.done))
}

/** Every session ends, and the page goes on in a new one. */
export async function changePassword(desk: Desk, { currentPassword = '', newPassword = '' }: Values): Promise<Outcome> {
  const problem = await enter(
    desk,
    await desk.client.api.profile.changePassword({ body: { currentPassword, newPassword } }),
  )
  if (problem) return problem
  say(desk, t(words.done))
  void loadOne(desk, 'sessions')
  return undefined
}

export async function revoke(desk: Desk, { id }: SessionView): Promise<void> {
  const answer = await desk.client.api.login.endSession({ params: { id } })
  say(desk, answer.ok ? t(words.revoked) : refusalText(answer.error))
  return loadOne(desk, 'sessions')
}

export async function leave(desk: Desk, { password = '' }: Values): Promise<Outcome> {
  const answer = await desk.client.api.profile.leave({ body: { password } })
  if (!answer.ok) return answer.error
  signOut(desk, false)
  desk.go(to('/'))
  return undefined
}
