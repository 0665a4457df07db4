import type { Problem } from '../api.ts'
import { type Desk, noForm, unpressed, type Values } from './state.ts'

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
  state.set({ link: answer.ok ? { kind: 'done' } : { kind: 'failed', problem: answer.error }, forms: forgotten(state) })
  // whose session was ended by it is told so by the server, and is out
  if (answer.ok && session.kind === 'in') await client.api.profile.getMe({})
  return undefined
}

/** What was typed is of no use any more. */
function forgotten(state: Desk['state']) {
  return { ...state.get().forms, 'new-password': { ...noForm, name: 'new-password' } }
}

/** Back to where a link is asked for. */
export function askAnew({ state }: Desk): void {
  state.set({ secret: undefined, link: unpressed })
}
