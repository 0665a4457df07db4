import { Cron } from 'croner'
import { main as housekeeping } from '../../functions/actions/housekeeping/action.ts'
import { main as reportTick } from '../../functions/actions/report-tick/action.ts'

type Chore = (params: { readonly env: object }) => Promise<unknown>

/** What alarms call elsewhere, and when, in UTC: here it costs nothing to look often. */
const chores: readonly { readonly when: string; readonly chore: Chore }[] = [
  { when: '* * * * *', chore: reportTick },
  { when: '17 * * * *', chore: housekeeping },
]

/** Milliseconds after which all is done once, so as not to slow the start. */
const soon = 5_000

/** Calls the same actions as alarms do elsewhere. Returns how to stop. */
export function keepHouse(env: object): () => void {
  const calls = chores.map(({ when, chore }) => ({ when, call: async () => void (await chore({ env })) }))
  const first = setTimeout(() => void Promise.all(calls.map(({ call }) => call())), soon).unref()
  const crons = calls.map(({ when, call }) => new Cron(when, { timezone: 'UTC', protect: true, unref: true }, call))
  return () => {
    clearTimeout(first)
    for (const cron of crons) cron.stop()
  }
}
