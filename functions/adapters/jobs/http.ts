import { randomUUID } from 'node:crypto'
import { Sentence } from '../../domain/sentence.ts'
import type { Jobs } from '../../ports/jobs.ts'
import { Unavailable } from '../../ports/unavailable.ts'
import { timely } from './timely.ts'

/**
 * Posts a CloudEvent (1.0, binary mode) to whoever runs `report-job`, and asks for an answer as soon as it has begun
 * (`Prefer: respond-async`). The answer may end much later, with the work: nobody waits for that, and the connection stays
 * open, for a platform in between counts it as work.
 */
export function httpJobs(url: string, patienceMs = 30_000): Jobs {
  return {
    async reports(batch) {
      const answer = fetch(url, {
        method: 'POST',
        redirect: 'error',
        headers: {
          'content-type': 'application/json',
          'ce-specversion': '1.0',
          'ce-id': randomUUID(),
          'ce-type': 'outlay.reports',
          'ce-source': '/report-tick',
          prefer: 'respond-async',
        },
        body: JSON.stringify(batch),
      }).catch((cause: unknown) => {
        throw new Unavailable('The one who runs reports cannot be reached.', { cause })
      })
      const response = await timely(answer, patienceMs)
      void response.arrayBuffer().catch(() => undefined)
      if (response.ok) return
      if (response.status === 429 || response.status >= 500) throw new Unavailable(`It answers ${response.status}.`)
      throw new Sentence(`The address in OUTLAY_JOBS does not take reports (${response.status}).`)
    },
  }
}
