import type { Problem } from '../api.ts'
import { type Desk, unpressed, type Values } from './state.ts'

/** Has a link to a new password sent, if there is somebody with this address: nobody is told whether there is. */
export async function askReset({ client, state }: Desk, { email = '' }: Values): Promise<Problem | undefined> {
  const answer = await client.api.mail.askReset({ body: { email } })
  if (!answer.ok) return answer.error
  state.set({ link: { kind: 'sent', email } })
  return undefined
}

/** Sets the password of whoever the link was sent to. */
export async function setPassword({ client, state }: Desk, { password = '' }: Values): Promise<Problem | undefined> {
  const { secret: token = '', session } = state.get()
  const answer = await client.api.mail.resetPassword({ body: { token, password } })
  const isSpent = !answer.ok && answer.error.kind === 'refused' && answer.error.code === 'token-spent'
  if (!answer.ok && !isSpent) return answer.error
  // what was typed is of no use any more, and no trouble that the log-in had
  state.set({ link: answer.ok ? { kind: 'done' } : { kind: 'failed', problem: answer.error }, forms: {} })
  // whose session was ended by it is told so by the server, and is out
  if (answer.ok && session.kind === 'in') await client.api.profile.getMe({})
  return undefined
}

/** Back to where a link is asked for. */
export function askAnew({ state }: Desk): void {
  state.set({ secret: undefined, link: unpressed })
}
