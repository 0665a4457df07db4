import { uuid5 } from '../../domain/uuid5.ts'
import { todayIn } from '../../domain/zone.ts'
import { log } from '../../edge/log.ts'
import { type LinkNeeds, unsubscribeLink } from '../../edge/mail-links.ts'
import { longestPutOffMs } from '../../edge/put-off.ts'
import { addressed, send } from '../../edge/send.ts'
import { onBehalf } from '../../edge/who.ts'
import type { Alert, Alerts } from '../../ports/alerts.ts'
import type { Ledgers } from '../../ports/ledgers.ts'
import type { Letters } from '../../ports/letters.ts'
import type { MailPreferences } from '../../ports/mail-preferences.ts'
import type { Mailer, SendOutcome } from '../../ports/mailer.ts'
import type { LedgerScope } from '../../ports/scope.ts'
import type { User, Users } from '../../ports/users.ts'
import { type Books, limitFacts } from './limit-facts.ts'

export interface TellNeeds extends Books, LinkNeeds {
  readonly alerts: Alerts
  readonly ledgers: Ledgers
  readonly letters: Letters
  readonly mailer: Mailer
  readonly mailPreferences: MailPreferences
  readonly users: Users
}

/**
 * Mails it to all who keep the ledger and want such mails; how many those were, `below` when it is withdrawn, or `later`
 * when nothing can be done now.
 */
export async function tell(needs: TellNeeds, alert: Alert): Promise<number | 'below' | 'later'> {
  const readers = await readersOf(needs, alert)
  const [first] = readers
  if (!first) return 0
  const found = await limitFacts(needs, first.scope, alert, todayOf(needs, first.scope))
  // of one that was begun somebody may know
  if (found.kind === 'over' || (found.kind === 'below' && alert.isBegun)) return 0
  if (found.kind === 'below') {
    return (await needs.alerts.withdraw(alert, found.worst, first.scope.revision)) ? 'below' : 'later'
  }

  // a slow mail service may have outlasted the lease: whoever has it now tells
  if (!(await needs.alerts.begin(alert))) return 'later'
  let mails = 0
  for (const { user, scope } of readers) {
    const outcome = await mailed(needs, alert, user, scope)
    if (outcome?.kind === 'later' && mails === 0) return putOff(needs, alert, outcome.retryAfterS)
    if (outcome?.kind === 'accepted') mails += 1
  }
  return mails
}

/** Waits as long again as it has waited, up to an hour; given up, and so settled, after a week. */
async function putOff({ alerts, clock }: TellNeeds, alert: Alert, retryAfterS: number): Promise<'later' | 0> {
  const now = clock.now()
  const waitedMs = now - alert.crossedMs
  if (waitedMs >= longestPutOffMs) {
    log('alert', { id: alert.id, outcome: 'put-off' })
    return 0
  }
  const waitMs = Math.max(retryAfterS * 1000, Math.min(60 * minute, Math.max(10 * minute, waitedMs)))
  await alerts.putBack(alert, now + waitMs)
  return 'later'
}

const minute = 60_000

interface AlertReader {
  readonly user: User
  readonly scope: LedgerScope
}

async function readersOf(needs: TellNeeds, { ledgerId }: Alert): Promise<readonly AlertReader[]> {
  const readers: AlertReader[] = []
  for (const userId of await needs.alerts.keepers(ledgerId)) {
    const user = await needs.users.byId(userId)
    if (user?.state !== 'active' || user.emailVerifiedMs === undefined) continue
    const { kinds, stopped } = await needs.mailPreferences.of(userId)
    const scope = await onBehalf(needs.ledgers, userId, ledgerId)
    if (kinds.alert && !stopped && scope) readers.push({ user, scope })
  }
  return readers
}

/** The mail's id follows from the alert's and the reader's, so that telling it again repeats the same mail. */
async function mailed(
  needs: TellNeeds,
  alert: Alert,
  user: User,
  scope: LedgerScope,
): Promise<SendOutcome | undefined> {
  const found = await limitFacts(needs, scope, alert, todayOf(needs, scope))
  if (found.kind !== 'reached') return undefined
  const off = await unsubscribeLink(needs, user, 'alert')
  const links = { limit: `${needs.publicUrl}/budgets`, unsubscribe: off.page, settings: `${needs.publicUrl}/settings` }
  const letter = await needs.letters.alert(found.facts, user, links)
  const outcome = await send(needs.mailer, {
    id: uuid5(alert.id, user.id),
    kind: 'alert',
    ...addressed(letter, user),
    unsubscribeUrl: off.oneClick,
  })
  if (outcome.kind === 'later' || outcome.kind === 'refused') await off.takeBack()
  return outcome
}

const todayOf = ({ clock }: TellNeeds, { timeZone }: LedgerScope) => todayIn(timeZone, clock.now())
