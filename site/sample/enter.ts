import { offerInside } from '../inside.ts'
import { here } from '../state/book.ts'
import { type Desk, noData } from '../state/state.ts'
import { banner } from './banner.ts'

const part = () => import('./answering.ts')
// asked for with this, and not after it
part().catch(() => {})

/** The sample household in a ledger of its own, in the language of the locale; it answers the page from now on. */
export async function enter(desk: Desk): Promise<void> {
  const { client, offline, state } = desk
  const { api, user } = await (await part()).answering(client.routes, desk)
  await offline.stop()
  client.answerBy(api)
  state.set({ isSample: true, session: { kind: 'in', user } })
}

/** Back to the server and whoever is logged in there. What was tried is gone, but for the categories. */
export async function leave({ client, state }: Desk): Promise<void> {
  const listed = await client.api.categories.listCategories({ params: here })
  client.answerBy(undefined)
  state.set({ ...noData, isSample: false, carried: listed.ok ? listed.value.body.items : undefined, said: undefined })
}

offerInside({ sample: banner })
