import * as routes from 'outlay:routes'
import type { UserView } from '../../functions/api/users.ts'
import { todayIn } from '../../functions/domain/zone.ts'
import { sampleIn } from '../../sample/in-ledger.ts'
import type { Api } from '../api.ts'
import { offer } from '../app.ts'
import { sampleApi } from './api.ts'
import { banner } from './banner.ts'
import { fill } from './fill.ts'
import { personFor } from './person.ts'
import { type Newcomer, newWorld, sampleLedger } from './world.ts'

/** The sample household in a ledger of its own, in the language of the locale. */
export async function sampleFor(newcomer: Newcomer): Promise<{ readonly api: Api; readonly user: UserView }> {
  const { locale, timeZone, now } = newcomer
  const user = personFor(newcomer)
  const api = sampleApi(routes, newWorld(newcomer), user)
  const problem = await fill(api, sampleIn(sampleLedger, todayIn(timeZone, now()), locale))
  if (problem) throw new Error('The sample does not fit its own ledger.')
  return { api, user }
}

offer({ sample: banner })
