import { Sentence } from '../../domain/sentence.ts'
import type { Jobs } from '../../ports/jobs.ts'
import { Unavailable } from '../../ports/unavailable.ts'
import { timely } from './timely.ts'

/** What the host tells an activation of itself, in the environment; the key only where an action is annotated to get it. */
export interface Activation {
  /** `https://<host>` */
  readonly apiHost: string | undefined
  readonly apiKey: string | undefined
  /** `/<namespace>/<package>/<action>` */
  readonly action: string | undefined
}

/**
 * Calls `report-job`, the asking action's neighbour in its package, and does not wait for it. Asks where it is at each
 * call, for a host tells it anew with each activation.
 */
export function openwhiskJobs(here: () => Activation, patienceMs = 10_000): Jobs {
  return {
    async reports(batch) {
      const { apiHost, apiKey, action } = here()
      const [, namespace, home] = /^\/([^/]+)\/([^/]+)\/[^/]+$/.exec(action ?? '') ?? []
      if (!apiHost || !apiKey || !namespace || !home) {
        throw new Sentence('OUTLAY_JOBS is openwhisk, but the host has given this action no key.')
      }
      const { default: openwhisk } = await import('openwhisk')
      // a second try would count against the host's limit just when that is used up
      const options = { apihost: apiHost, api_key: apiKey, namespace, retry: { retries: 0 } }
      const client = openwhisk(options)
      const call = client.actions.invoke({
        name: `/${namespace}/${home}/report-job`,
        blocking: false,
        params: { ...batch },
      })
      await timely(call, patienceMs).catch((error: unknown) => {
        throw translated(error)
      })
    },
  }
}

/** 429 is the host's limit of calls in a minute; anything else that begins with 4 will not go away by itself. */
function translated(error: unknown): Error {
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : Number.NaN
  const isOurs = status >= 400 && status < 500 && status !== 429
  if (!isOurs) return new Unavailable('The host takes no calls now.', { cause: error })
  return new Sentence(`The host does not let report-job be called (${status}).`, { cause: error })
}
