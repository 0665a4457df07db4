import type { UserView } from '../../functions/api/users.ts'
import { type Result, refuse } from '../../functions/domain/result.ts'
import type { Problem } from '../api.ts'
import { type Desk, noData } from './state.ts'

/** Finds out who is here. Without a hint that somebody is, the server is not asked. */
export async function start(desk: Desk): Promise<void> {
  if (!desk.hint.read()) return signOut(desk, false)
  desk.state.set({ session: { kind: 'starting' } })
  const problem = await enter(desk, await Promise.race([desk.client.refresh(), patience(desk)]))
  if (!problem || problem.kind === 'signed-out') return
  const user = await desk.offline.recall()
  if (!user) return desk.state.set({ session: { kind: 'unreachable' } })
  desk.client.resume()
  await begin(desk, user)
}

const patienceMs = 3_000

/** Who was here before need not wait for a network that hardly answers. */
async function patience({ later, offline }: Desk): Promise<Result<never, Problem>> {
  const user = await offline.recall()
  return new Promise((over) => user && later(patienceMs, () => over(refuse({ kind: 'offline' }))))
}

export async function enter(
  desk: Desk,
  answer: Result<{ readonly body: { readonly accessToken: string; readonly user: UserView } }, Problem>,
): Promise<Problem | undefined> {
  if (!answer.ok) return answer.error
  const { user } = answer.value.body
  desk.client.admit(answer.value.body)
  desk.hint.write(user.locale)
  await begin(desk, user)
  return undefined
}

const shortMs = 600

/** What is seen from the first page on is kept; a browser that is slow to open what it keeps is not waited for. */
async function begin(desk: Desk, user: UserView): Promise<void> {
  await Promise.race([desk.offline.begin(user), new Promise<void>((over) => desk.later(shortMs, over))])
  desk.state.set({ carried: undefined, session: { kind: 'in', user } })
}

/** Nothing of the person stays in the page, nor in this browser; what waits does where somebody else ended the session. */
export function signOut({ client, hint, offline, state }: Desk, ended: boolean): undefined {
  client.admit(undefined)
  if (hint.read()) void offline.forget(!ended)
  hint.write(undefined)
  state.set({ ...noData, dialog: undefined, said: undefined, session: { kind: 'out', ended } })
}
