import type { Done } from '../../edge/event.ts'
import { log, trace } from '../../edge/log.ts'
import type { Alert, Alerts } from '../../ports/alerts.ts'
import { type TellNeeds, tell } from './tell.ts'

export interface AlertNeeds extends TellNeeds {
  readonly alerts: Alerts
  /** Milliseconds that a run may take, by its host. */
  readonly timeLimitMs: number
}

const atOnce = 50
const leaseMs = 10 * 60_000

/**
 * Tells of limits that were crossed: of one limit and period only the worst, and of none that is over. One that is fine
 * again is withdrawn. What cannot be told now is found again when its lease ends.
 */
export async function alertTick(needs: AlertNeeds): Promise<Done> {
  const { alerts, clock, timeLimitMs } = needs
  const began = clock.now()
  const done = { alerts: 0, mails: 0 }
  while (clock.now() - began < timeLimitMs * 0.7) {
    const now = clock.now()
    const leased = await alerts.lease(now, now + leaseMs, atOnce)
    done.alerts += leased.length
    done.mails += await told(needs, leased)
    if (leased.length < atOnce) break
  }
  return done
}

/** Of alerts of one limit and period the worse comes first; the others are looked at only where it is withdrawn. */
async function told(needs: AlertNeeds, leased: readonly Alert[]): Promise<number> {
  const done: Alert[] = []
  let mails = 0
  for (const alert of leased.toSorted((a, b) => b.threshold - a.threshold)) {
    if (done.some((other) => isSame(other, alert))) continue
    const outcome = await tried(needs, alert)
    if (outcome !== 'below') done.push(alert)
    if (typeof outcome === 'number') mails += outcome
  }
  return mails
}

async function tried(needs: AlertNeeds, alert: Alert): Promise<number | 'below' | 'later'> {
  const { alerts, mailer } = needs
  // of one that somebody was telling when they were cut off, nobody knows whether a mail went out
  const mayBeTold = alert.isBegun && !mailer.repeatable
  try {
    const outcome = mayBeTold ? 0 : await tell(needs, alert)
    if (typeof outcome === 'number') await alerts.settle(alert)
    return outcome
  } catch (error) {
    log('alert', { id: alert.id, ...trace(error) })
    return 'later'
  }
}

const isSame = (a: Alert, b: Alert) =>
  a.ledgerId === b.ledgerId && a.budgetId === b.budgetId && a.period.start === b.period.start
