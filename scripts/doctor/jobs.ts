import { randomUUID } from 'node:crypto'
import { httpJobs } from '../../functions/adapters/jobs/http.ts'
import { openwhiskJobs } from '../../functions/adapters/jobs/openwhisk.ts'
import { valid } from '../../functions/adapters/setting.ts'
import type { Jobs } from '../../functions/ports/jobs.ts'
import { jobs as setting } from '../../functions/settings.ts'
import { ours } from '../deploy/plugin/deployed.ts'
import type { Place } from '../deploy/settings.ts'
import { type Finding, ill, notAsked, open, well } from './finding.ts'
import { troubleOf } from './trouble.ts'

const what = 'jobs'

/** Whether whoever makes reports takes a batch; there is nothing in it. `place` is the OpenWhisk to deploy to, if any. */
export async function examineJobs(env: unknown, place: Place | undefined): Promise<Finding> {
  const who = valid(env, setting)
  if (!who) return notAsked(what, setting)
  if (who === 'in-process') return well(what, 'Reports are made by the process that finds them due.')
  if (who !== 'openwhisk') return handedTo(httpJobs(who.href, 10_000), `worker at ${who.origin}`)
  if (!place)
    return open(what, 'Only actions may call report-job; with --settings this looks at where they are deployed.')
  const { apihost, auth, namespace } = place
  const apiHost = /^https?:/.test(apihost) ? apihost : `https://${apihost}`
  const here = () => ({ apiHost, apiKey: auth, action: `/${namespace}/${ours.package}/report-tick` })
  return handedTo(openwhiskJobs(here), `OpenWhisk at ${apiHost}, namespace ${namespace},`)
}

async function handedTo(jobs: Jobs, whom: string): Promise<Finding> {
  try {
    await jobs.reports({ owner: randomUUID(), schedules: [], reports: [] })
    return well(what, `The ${whom} takes reports.`)
  } catch (error) {
    const advice = `See that it runs and has report-job (npm run deploy puts it there), or correct ${setting.name}.`
    return ill(what, `The ${whom}: ${troubleOf(error)}`, advice)
  }
}
