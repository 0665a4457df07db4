import { problemText } from '../problems.ts'
import { say } from './screen.ts'
import { type Desk, noData } from './state.ts'

const part = () => import('../sample/enter.ts')

/** Asks for the part with the sample before it is time to enter it. */
export function expectSample(): void {
  part().catch(() => {})
}

/** Looks around without an account: from now on the page itself answers its calls, and no server is asked. */
export async function enterSample(desk: Desk): Promise<void> {
  // who is not logged in reads on until it is here
  if (desk.state.get().session.kind === 'in') desk.state.set({ ...noData, session: { kind: 'starting' } })
  try {
    await (await part()).enter(desk)
  } catch {
    desk.state.set({ session: { kind: 'out', ended: false } })
    say(desk, problemText({ kind: 'offline' }))
  }
}
