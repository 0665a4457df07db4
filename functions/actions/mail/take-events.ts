import type { mail as routes } from '../../api/mail.ts'
import { normalEmail } from '../../domain/email.ts'
import type { UserId } from '../../domain/ids.ts'
import { ok, refuse } from '../../domain/result.ts'
import type { Handler } from '../../edge/handler.ts'
import type { Clock } from '../../ports/clock.ts'
import type { MailEvent, MailEvents } from '../../ports/mail-events.ts'
import type { MailPreferences, StopReason } from '../../ports/mail-preferences.ts'
import type { ReportShelf } from '../../ports/report-shelf.ts'
import type { Secrets } from '../../ports/secrets.ts'
import type { Users } from '../../ports/users.ts'

interface Needs {
  readonly clock: Clock
  readonly mailEvents: MailEvents
  readonly mailPreferences: MailPreferences
  readonly secrets: Secrets
  readonly shelf: ReportShelf
  readonly users: Users
}

/** Settles what was not known of reports, and stops mails that nobody gets or wants. Taking an event twice is taking it once. */
export const takeEvents: Handler<typeof routes.takeEvents, Needs> = async (needs, _, { body, headers }) => {
  const events = needs.mailEvents.read({ headers, body }, needs.clock.now())
  if (!events) return refuse({ kind: 'not-signed' })
  for (const event of events) await take(needs, event)
  return ok({ status: 204, body: undefined })
}

/** Addresses to which nothing more is sent, by what has happened. */
const stops: { readonly [E in MailEvent['event']]?: StopReason } = {
  bounced: 'bounced',
  dropped: 'dropped',
  reported: 'reported',
}

async function take(needs: Needs, { mailId, address, event, at }: MailEvent): Promise<void> {
  const { mailPreferences, shelf } = needs
  const wasTaken = event === 'accepted' || event === 'delivered'
  const wasHad = event === 'unsubscribed' || event === 'reported'
  const report = await shelf.settle(mailId, wasTaken || wasHad ? { was: 'sent', at } : { was: 'refused' })

  const reason = stops[event]
  const userId = reason && (report?.userId ?? (await readerAt(needs, address)))
  if (reason && userId) await mailPreferences.stop(userId, reason, at)
  if (event === 'unsubscribed' && report && report.kind !== 'custom')
    await mailPreferences.set(report.userId, report.kind, false, at)
}

/** Of other mails than reports no row is kept: whose address it was tells whom they went to. */
async function readerAt({ secrets, users }: Needs, address: string | undefined): Promise<UserId | undefined> {
  if (address === undefined) return undefined
  return (await users.byEmail(secrets.hashOf(normalEmail(address))))?.id
}
