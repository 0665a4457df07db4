import type { Problem } from '../api.ts'
import { enter } from './session.ts'
import type { Desk, Values } from './state.ts'

export async function logIn(desk: Desk, { email = '', password = '' }: Values): Promise<Problem | undefined> {
  return enter(desk, await desk.client.api.login.logIn({ body: { email, password } }))
}

/** The zone is the browser's, and so is the locale. */
export async function register(desk: Desk, values: Values): Promise<Problem | undefined> {
  const { name = '', email = '', password = '', currency = '' } = values
  const timeZone = new Intl.DateTimeFormat().resolvedOptions().timeZone
  const body = { name, email, password, currency, timeZone, locale: desk.locale }
  const answer = await desk.client.api.register.register({ body })
  const { carried } = desk.state.get()
  if (answer.ok && values.carry && carried) {
    desk.client.admit(answer.value.body)
    const { carry } = await import('../sample/answering.ts')
    await carry(desk.client.api, answer.value.body.ledger.id, carried)
  }
  return enter(desk, answer)
}
