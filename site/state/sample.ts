import { problemText } from '../problems.ts'
import { say } from './screen.ts'
import { type Desk, noData } from './state.ts'

/** Looks around without an account: from now on the page itself answers its calls, and no server is asked. */
export async function enterSample(desk: Desk): Promise<void> {
  // who is not logged in reads on until it is here
  if (desk.state.get().session.kind === 'in') desk.state.set({ ...noData, session: { kind: 'starting' } })
  try {
    await (await import('../sample/enter.ts')).enter(desk)
  } catch {
    desk.state.set({ session: { kind: 'out', ended: false } })
    say(desk, problemText({ kind: 'offline' }))
  }
}
