import { todayIn } from '../../functions/domain/zone.ts'
import { sampleIn } from '../../sample/in-ledger.ts'
import { routes } from '../client-routes.ts'
import { offerInside } from '../inside.ts'
import { here } from '../state/book.ts'
import { type Desk, noData } from '../state/state.ts'
import { sampleApi } from './api.ts'
import { banner } from './banner.ts'
import { fill } from './fill.ts'
import { personFor } from './person.ts'
import { newWorld, sampleLedger } from './world.ts'

/** The sample household in a ledger of its own, in the language of the locale; it answers the page from now on. */
export async function enter({ client, locale, now, offline, state }: Desk): Promise<void> {
  const timeZone = new Intl.DateTimeFormat().resolvedOptions().timeZone
  const newcomer = { locale, timeZone, now }
  const user = personFor(newcomer)
  const api = sampleApi(routes, newWorld(newcomer), user)
  const problem = await fill(api, sampleIn(sampleLedger, todayIn(timeZone, now()), locale))
  if (problem) throw new Error('The sample does not fit its own ledger.')
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

export { carry } from './carry.ts'

offerInside({ sample: banner })
