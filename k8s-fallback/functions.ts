import { main as alertTick } from '../functions/actions/alert-tick/action.ts'
import { main as housekeeping } from '../functions/actions/housekeeping/action.ts'
import { main as reportJob } from '../functions/actions/report-job/action.ts'
import { main as reportTick } from '../functions/actions/report-tick/action.ts'
import { inProcess } from '../functions/adapters/jobs/in-process.ts'
import type { Feature } from '../functions/api/route.ts'
import { site } from '../functions/api/site.ts'
import { table } from '../functions/api/table.ts'
import { Sentence } from '../functions/domain/sentence.ts'
import type { Action } from '../functions/host/controller.ts'
import type { Internal } from '../scripts/build/serverless.ts'
import { actions } from '../scripts/local/actions.ts'

const routes: { readonly [action: string]: Feature } = { ...table, site }

/** What events call: alarms, and functions that hand work on. Never to be reached from outside. */
const events: { readonly [Name in Internal]: Action } = {
  housekeeping,
  'report-tick': reportTick,
  'report-job': reportJob,
  'alert-tick': alertTick,
}

/** What one instance serves: routes of the web, or events. */
export type Chosen =
  | { readonly serves: 'web'; readonly routes: typeof routes }
  | {
      readonly serves: 'events'
      /** One function answers at every path, several at their names. */
      readonly actionAt: (path: string) => Action | undefined
      readonly only?: Action
    }

/** By FUNCTION: `api` is all that has routes, `jobs` all that has none, and every function goes by its name. */
export function chosenBy(name: string | undefined): Chosen {
  if (name === 'api') return { serves: 'web', routes }
  if (name === 'jobs') return { serves: 'events', actionAt: (path) => own(events, path.split('/').at(-1)) }
  const [route, event] = [own(routes, name), own(events, name)]
  if (name && route) return { serves: 'web', routes: { [name]: route } }
  if (name && event) return { serves: 'events', actionAt: () => event, only: event }
  const names = ['api', 'jobs', ...Object.keys(routes), ...Object.keys(events)].join(', ')
  throw new Sentence(`FUNCTION is ${name ? `"${name}"` : 'not set'}; it is one of ${names}.`)
}

const own = <Value>(of: { readonly [name: string]: Value }, name = ''): Value | undefined =>
  Object.hasOwn(of, name) ? of[name] : undefined

/** Whoever sets OUTLAY_JOBS to in-process has the work done where it is found. */
export const workHere = (env: object): void => inProcess.runBy((batch) => reportJob({ ...batch, env }))

export { actions }
