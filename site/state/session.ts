import type { UserView } from '../../functions/api/users.ts'
import type { Result } from '../../functions/domain/result.ts'
import type { Problem } from '../api.ts'
import { type Desk, noData } from './state.ts'

/** Finds out who is here. Without a hint that somebody is, the server is not asked. */
export async function start(desk: Desk): Promise<void> {
  if (!desk.hint.read()) return signOut(desk, false)
  desk.state.set({ session: { kind: 'starting' } })
  const problem = enter(desk, await desk.client.refresh())
  if (problem && problem.kind !== 'signed-out') desk.state.set({ session: { kind: 'unreachable' } })
}

export function enter(
  desk: Desk,
  answer: Result<{ readonly body: { readonly accessToken: string; readonly user: UserView } }, Problem>,
): Problem | undefined {
  if (!answer.ok) return answer.error
  desk.client.admit(answer.value.body)
  desk.hint.write('1')
  desk.state.set({ session: { kind: 'in', user: answer.value.body.user } })
  return undefined
}

/** Nothing of the person stays in the page. */
export function signOut({ client, hint, state }: Pick<Desk, 'client' | 'hint' | 'state'>, ended: boolean): undefined {
  client.admit(undefined)
  hint.write(undefined)
  state.set({ ...noData, dialog: undefined, said: undefined, session: { kind: 'out', ended } })
}
