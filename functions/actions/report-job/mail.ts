import { pdfName } from '../../domain/pdf-name.ts'
import type { Report } from '../../domain/report.ts'
import { unsubscribeLink } from '../../edge/mail-links.ts'
import { send } from '../../edge/send.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Ids } from '../../ports/ids.ts'
import type { Letters } from '../../ports/letters.ts'
import type { MailPreferences } from '../../ports/mail-preferences.ts'
import type { MailTokens } from '../../ports/mail-tokens.ts'
import type { Attachment, Mail, Mailer, SendOutcome } from '../../ports/mailer.ts'
import type { Objects } from '../../ports/objects.ts'
import type { ReportStep, ReportTrouble, ShelfReport } from '../../ports/report-shelf.ts'
import type { Secrets } from '../../ports/secrets.ts'
import type { User, Users } from '../../ports/users.ts'
import { figuresOf } from './draw.ts'

export interface MailNeeds {
  readonly clock: Clock
  readonly ids: Ids
  readonly letters: Letters
  readonly mailer: Mailer
  readonly mailPreferences: MailPreferences
  readonly mailTokens: MailTokens
  readonly objects: Objects
  readonly publicUrl: string
  readonly secrets: Secrets
  readonly users: Users
}

/** Notes a step; the report when there is more to do, see `takeStep`. */
type Note = (step: ReportStep) => Promise<ShelfReport | undefined>

/** Mails a report that is on file, or notes why it is not mailed. It is `sending` before anything can have been sent. */
export async function mail(needs: MailNeeds, report: ShelfReport, note: Note): Promise<ShelfReport | undefined> {
  const user = await needs.users.byId(report.userId)
  if (report.mailWish === 'none') return note({ state: 'stored' })
  const trouble = await whyNot(needs, report, user)
  if (!user || trouble) return note({ state: 'stored', trouble: trouble ?? 'no-access' })

  const [figures, pdf] = await Promise.all([figuresOf(needs.objects, report), needs.objects.get(report.pdfKey)])
  if (!figures || !pdf) return note({ state: 'planned', nextTryMs: needs.clock.now() })

  const mailId = report.mailId ?? needs.ids.next()
  const written = await write(needs, { ...report, mailId }, user, figures, pdf)
  const isOurs = await note({ state: 'sending', mailId, nextTryMs: needs.clock.now() + patienceMs })
  if (!isOurs) return undefined
  return settled(needs, await send(needs.mailer, written), note)
}

/** A mail of which nobody knows: sent again where that is harmless, and given up to the person where it is not. */
export async function resend(needs: MailNeeds, report: ShelfReport, note: Note): Promise<ShelfReport | undefined> {
  if (needs.mailer.repeatable) return mail(needs, report, note)
  return note({ state: 'failed', trouble: 'outcome-unknown' })
}

/** How long a word on the outcome may take to come back. */
const patienceMs = 60 * 60_000

/** Past this a report is not attached: many a mailbox would not take it. */
const mostAttached = 5 * 1024 * 1024

async function whyNot(
  { mailPreferences }: MailNeeds,
  { kind, userId, mailWish }: ShelfReport,
  user: User | undefined,
): Promise<ReportTrouble | undefined> {
  if (user?.state !== 'active') return 'no-access'
  if (user.emailVerifiedMs === undefined) return 'unverified'
  const { kinds, stopped } = await mailPreferences.of(userId)
  if (stopped) return 'stopped'
  return mailWish === 'scheduled' && kind !== 'custom' && !kinds[kind] ? 'switched-off' : undefined
}

async function write(
  needs: MailNeeds,
  report: ShelfReport & { readonly mailId: string },
  user: User,
  figures: Report,
  pdf: Uint8Array,
): Promise<Mail> {
  const { kind, mailId } = report
  const base = needs.publicUrl
  const off = kind === 'custom' ? undefined : await unsubscribeLink(needs, user, kind)
  const links = { report: `${base}/reports/${report.id}`, settings: `${base}/settings` }
  const letter = await needs.letters.report(figures, user, { ...links, ...(off && { unsubscribe: off.page }) })
  const file: Attachment = { name: pdfName(kind, report.period), type: 'application/pdf', body: pdf, inline: false }
  return {
    id: mailId,
    kind,
    to: { address: user.email, name: user.name },
    subject: letter.subject,
    html: letter.html,
    text: letter.text,
    ...(off && { unsubscribeUrl: off.oneClick }),
    attachments: [...letter.pictures, ...(pdf.length <= mostAttached ? [file] : [])],
  }
}

function settled({ clock, mailer }: MailNeeds, outcome: SendOutcome, note: Note) {
  const now = clock.now()
  switch (outcome.kind) {
    case 'accepted':
      return note({ state: 'sent', sentMs: now })
    case 'refused':
      return note({ state: 'failed', trouble: 'refused' })
    case 'later':
      // found again when it may be tried; not gone on with now
      return note({ state: 'stored', nextTryMs: now + outcome.retryAfterS * 1000 }).then(() => undefined)
    case 'unknown':
      return mailer.repeatable
        ? note({ state: 'stored', nextTryMs: now + 60_000 }).then(() => undefined)
        : note({ state: 'sending', nextTryMs: now + patienceMs }).then(() => undefined)
  }
}
