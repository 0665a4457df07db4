import type { mail as routes } from '../../api/mail.ts'
import { normalEmail } from '../../domain/email.ts'
import { ok, refuse } from '../../domain/result.ts'
import type { Handler } from '../../edge/handler.ts'
import type { Clock, Instant } from '../../ports/clock.ts'
import type { MailEvent, MailEvents } from '../../ports/mail-events.ts'
import { type MailPreferences, mailKinds, type StopReason } from '../../ports/mail-preferences.ts'
import type { ReportShelf } from '../../ports/report-shelf.ts'
import type { Secrets } from '../../ports/secrets.ts'
import type { User, Users } from '../../ports/users.ts'

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

async function take(needs: Needs, { mailId, address, kind, event, at }: MailEvent): Promise<void> {
  const { mailPreferences, shelf } = needs
  const wasTaken = event === 'accepted' || event === 'delivered'
  const wasHad = event === 'unsubscribed' || event === 'reported'
  const report = await shelf.settle(mailId, wasTaken || wasHad ? { was: 'sent', at } : { was: 'refused' })

  const reason = stops[event]
  if (!reason && event !== 'unsubscribed') return
  const reader = await (report ? needs.users.byId(report.userId) : readerAt(needs, address))
  if (!reader) return
  if (reason && !isVerifiedSince(reader, at)) await mailPreferences.stop(reader.id, reason, at)
  const off = event === 'unsubscribed' && mailKinds.find((known) => known === (report?.kind ?? kind))
  if (off) await mailPreferences.set(reader.id, off, false, at)
}

/** What comes late, or once more, says nothing of an address that was verified since. Events tell a second, not more. */
const isVerifiedSince = ({ emailVerifiedMs = 0 }: User, at: Instant) => at + 1_000 <= emailVerifiedMs

/** Of other mails than reports no row is kept: whose address it was tells whom they went to. */
async function readerAt({ secrets, users }: Needs, address: string | undefined): Promise<User | undefined> {
  return address === undefined ? undefined : users.byEmail(secrets.hashOf(normalEmail(address)))
}
