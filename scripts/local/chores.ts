import { main as alertTick } from '../../functions/actions/alert-tick/action.ts'
import { main as housekeeping } from '../../functions/actions/housekeeping/action.ts'
import { main as reportTick } from '../../functions/actions/report-tick/action.ts'
import { log, trace } from '../../functions/edge/log.ts'
import { sweepOutbox } from './outbox-sweep.ts'

type Chore = (params: { readonly env: object }) => Promise<unknown>

/** What alarms call elsewhere, and when, in UTC: here it costs nothing to look often. The outbox is nobody's elsewhere. */
const chores: readonly { readonly when: string; readonly chore: Chore }[] = [
  { when: '* * * * *', chore: reportTick },
  { when: '* * * * *', chore: alertTick },
  { when: '17 * * * *', chore: housekeeping },
  { when: '27 * * * *', chore: sweepOutbox },
]

/** Milliseconds after which all is done once, and by the clock from then on: what reads clocks would slow the start. */
const soon = 5_000

/** Calls the same actions as alarms do elsewhere. Returns how to stop. */
export function keepHouse(env: object): () => void {
  const stops: (() => void)[] = []
  let over = false
  const begin = async () => {
    const { Cron } = await import('croner')
    if (over) return
    for (const { when, chore } of chores) {
      // an action says what it could not do; what is not one would end the host
      const call = () =>
        chore({ env }).then(
          () => {},
          (error) => log('chore', trace(error)),
        )
      const cron = new Cron(when, { timezone: 'UTC', protect: true, unref: true }, call)
      stops.push(() => cron.stop())
      void call()
    }
  }
  const first = setTimeout(() => void begin(), soon).unref()
  return () => {
    over = true
    clearTimeout(first)
    for (const stop of stops) stop()
  }
}
