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
 * Tells of limits that were crossed: of one limit and period only the worst, and of none that is fine again or over. What
 * cannot be told now is found again when its lease ends.
 */
export async function alertTick(needs: AlertNeeds): Promise<Done> {
  const { alerts, clock, timeLimitMs } = needs
  const began = clock.now()
  const done = { alerts: 0, mails: 0 }
  while (clock.now() - began < timeLimitMs * 0.7) {
    const now = clock.now()
    const leased = await alerts.lease(now, now + leaseMs, atOnce)
    done.alerts += leased.length
    for (const alert of worstLast(leased)) done.mails += await tried(needs, alert, leased)
    if (leased.length < atOnce) break
  }
  return done
}

/** Of alerts of one limit and period the worse comes later, and settles the others. */
const worstLast = (alerts: readonly Alert[]) => alerts.toSorted((a, b) => a.threshold - b.threshold)

async function tried(needs: AlertNeeds, alert: Alert, all: readonly Alert[]): Promise<number> {
  const { alerts, mailer } = needs
  const isOutdone = all.some((other) => isSame(other, alert) && other.threshold > alert.threshold)
  // of one that somebody was telling when they were cut off, nobody knows whether a mail went out
  const mayBeTold = alert.isBegun && !mailer.repeatable
  try {
    const mails = isOutdone || mayBeTold ? 0 : await tell(needs, alert)
    if (mails !== 'later') await alerts.settle(alert)
    return mails === 'later' ? 0 : mails
  } catch (error) {
    log('alert', { id: alert.id, ...trace(error) })
    return 0
  }
}

const isSame = (a: Alert, b: Alert) =>
  a.ledgerId === b.ledgerId && a.budgetId === b.budgetId && a.period.start === b.period.start
