import type { UserId } from '../domain/ids.ts'
import type { Attempts } from '../ports/attempts.ts'
import type { Instant } from '../ports/clock.ts'
import type { Objects } from '../ports/objects.ts'
import type { Principals } from '../ports/principals.ts'
import type { ReportShelf } from '../ports/report-shelf.ts'
import type { Secrets } from '../ports/secrets.ts'
import type { Users } from '../ports/users.ts'
import { personalKeys } from './limits.ts'
import { log, trace } from './log.ts'

export interface LeavingNeeds {
  readonly attempts: Attempts
  readonly objects: Objects
  readonly principals: Principals
  readonly secrets: Secrets
  readonly shelf: ReportShelf
  readonly users: Users
}

type LeaveStep = (needs: LeavingNeeds, userId: UserId, now: Instant) => Promise<void>

/**
 * Leaving, in the order that errs on the safe side; each step can be taken again, and finds nothing left to do.
 */
export const leaveSteps: { readonly [step: string]: LeaveStep } = {
  /** No token opens the ledger plane any more, and the door is shut for good. */
  shutOut: ({ principals }, userId, now) => principals.beginLeaving(userId, now),

  /** No log-in, no refresh, no mail, no report. */
  endSessions: ({ users }, userId, now) => users.beginLeaving(userId, now),

  /** Every file that a report may have been put into, whether it was or not. */
  removeFiles: async ({ objects, shelf }, userId) => {
    for (const key of await shelf.keys(userId)) await objects.remove(key)
  },

  /** In pieces, so that no transaction grows with what somebody has recorded. */
  removeLedgers: async ({ principals }, userId) => {
    const { alone } = await principals.owned(userId)
    for (const ledgerId of alone) while (!(await principals.removeLedger(ledgerId, pieceOfLedger)));
  },

  removePrincipal: ({ principals }, userId) => principals.remove(userId),

  /** Once more, for a report may have been under way when they were removed. Last, for it is by the user's row that one who was cut off is found. */
  removeUser: async ({ attempts, objects, secrets, shelf, users }, userId) => {
    for (const key of await shelf.keys(userId)) await objects.remove(key)
    const user = await users.byId(userId)
    if (user) await attempts.forget(personalKeys(userId, secrets.hashOf(user.email)))
    await users.remove(userId)
  },
}

const pieceOfLedger = 500

/** All steps from the first: those that are done cost a statement each. */
export async function takeLeave(needs: LeavingNeeds, userId: UserId, now: Instant): Promise<void> {
  for (const step of Object.values(leaveSteps)) await step(needs, userId, now)
}

/**
 * For the tick: goes on where somebody's leaving was cut short, whichever plane knows of it. Returns how many have left; one
 * who cannot yet keeps nobody else waiting.
 */
export async function resumeLeaving(needs: LeavingNeeds, limit: number, now: Instant): Promise<number> {
  const known = await needs.users.leaving(limit)
  const shut = await needs.principals.leaving(limit)
  const people = [...new Set([...known.map(({ id }) => id), ...shut])]
  let left = 0
  for (const userId of people) {
    try {
      await takeLeave(needs, userId, now)
      left += 1
    } catch (error) {
      log('leaving', trace(error))
    }
  }
  return left
}
