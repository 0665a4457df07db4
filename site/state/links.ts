import type { Result } from '../../functions/domain/result.ts'
import type { Problem } from '../api.ts'
import { waiting } from './loaded.ts'
import type { Desk } from './state.ts'

/** Shows that somebody reads the address: by having the secret of the mail's link. It is sent once, however often the page is drawn. */
export async function confirmAddress(desk: Desk): Promise<void> {
  const isDone = await press(desk, (token) => desk.client.api.mail.verify({ body: { token } }))
  const { session } = desk.state.get()
  if (!isDone || session.kind !== 'in') return
  // the link may be another person's than the one who is logged in here: the server knows
  const answer = await desk.client.api.profile.getMe({})
  if (answer.ok && answer.value.body) desk.state.set({ session: { kind: 'in', user: answer.value.body } })
}

/** Switches off the kind of mail that the link came with. */
export async function switchOff(desk: Desk): Promise<void> {
  await press(desk, (token) => desk.client.api.mail.unsubscribe({ params: { token } }))
}

async function press({ state }: Desk, ask: (secret: string) => Promise<Result<unknown, Problem>>): Promise<boolean> {
  const { secret, link } = state.get()
  if (secret === undefined || link.kind === 'asking') return false
  state.set({ link: { kind: 'asking' } })
  const answer = await ask(secret)
  // what the pages know of mail is old now
  state.set({ link: answer.ok ? { kind: 'done' } : { kind: 'failed', problem: answer.error }, mail: waiting })
  return answer.ok
}
