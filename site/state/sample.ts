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
  const { client, state, now } = desk
  // who is not logged in reads on until it is here
  if (state.get().session.kind === 'in') state.set({ ...noData, session: { kind: 'starting' } })
  try {
    const { sampleFor } = await part()
    const timeZone = new Intl.DateTimeFormat().resolvedOptions().timeZone
    const { api, user } = await sampleFor({ locale: desk.locale, timeZone, now })
    client.answerBy(api)
    state.set({ isSample: true, session: { kind: 'in', user } })
  } catch {
    state.set({ session: { kind: 'out', ended: false } })
    say(desk, problemText({ kind: 'offline' }))
  }
}

/** Back to the server and whoever is logged in there. What was tried is gone, but for the categories. */
export async function leaveSample({ client, state }: Desk): Promise<void> {
  const listed = await client.api.categories.listCategories({ params: { ledger: 'default' } })
  client.answerBy(undefined)
  state.set({ ...noData, isSample: false, carried: listed.ok ? listed.value.body.items : undefined, said: undefined })
}

/** Brings the categories out of the sample into a ledger that was opened just now. What fails is left as it was. */
export async function carryOver({ client, state }: Desk, ledgerId: string): Promise<void> {
  const { carried } = state.get()
  state.set({ carried: undefined })
  if (!carried) return
  const { carry } = await import('../sample/carry.ts')
  await carry(client.api, ledgerId, carried)
}
