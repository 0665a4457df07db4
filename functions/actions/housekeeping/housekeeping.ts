import type { Done } from '../../edge/event.ts'
import { type LeavingNeeds, resumeLeaving } from '../../edge/leaving.ts'
import { longestWindowMs } from '../../edge/limits.ts'
import type { Clock } from '../../ports/clock.ts'
import type { MailTokens } from '../../ports/mail-tokens.ts'
import type { Sessions } from '../../ports/sessions.ts'
import type { Transactions } from '../../ports/transactions.ts'

type Needs = LeavingNeeds & {
  readonly clock: Clock
  readonly mailTokens: MailTokens
  readonly sessions: Sessions
  readonly transactions: Transactions
}

const day = 86_400_000

/** What nobody asks for and somebody has to do, in bounded pieces: what is left over waits for the next time. */
export async function housekeeping(needs: Needs): Promise<Done> {
  const now = needs.clock.now()
  const left = await resumeLeaving(needs, 25, now)
  const purged = await purge(needs.transactions, now - 30 * day)
  await needs.attempts.sweep(now - longestWindowMs)
  await needs.sessions.sweep(now)
  await needs.mailTokens.sweep(now)
  return { left, purged }
}

async function purge(transactions: Transactions, before: number): Promise<number> {
  let purged = 0
  for (let piece = 0; piece < 50; piece++) {
    const gone = await transactions.purge(before, 500)
    purged += gone
    if (gone < 500) break
  }
  return purged
}
