import type { UserView } from '../../functions/api/users.ts'
import { todayIn } from '../../functions/domain/zone.ts'
import { sampleIn } from '../../functions/sample/in-ledger.ts'
import type { Api, RouteLines } from '../api.ts'
import { sampleApi } from './api.ts'
import { fill } from './fill.ts'
import { personFor } from './person.ts'
import { newWorld, sampleLedger } from './world.ts'

export { carry } from './carry.ts'

/** Somebody in the sample household, and what answers their calls; the household is in its ledger. */
export async function answering(
  routes: RouteLines,
  { locale, now }: { readonly locale: string; readonly now: () => number },
): Promise<{ readonly api: Api; readonly user: UserView }> {
  const timeZone = new Intl.DateTimeFormat().resolvedOptions().timeZone
  const newcomer = { locale, timeZone, now }
  const user = personFor(newcomer)
  const api = sampleApi(routes, newWorld(newcomer), user)
  const problem = await fill(api, sampleIn(sampleLedger, todayIn(timeZone, now()), locale))
  if (problem) throw new Error('The sample does not fit its own ledger.')
  return { api, user }
}
