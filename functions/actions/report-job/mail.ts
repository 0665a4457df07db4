import { pdfName } from '../../domain/pdf-name.ts'
import type { Report } from '../../domain/report.ts'
import { log } from '../../edge/log.ts'
import { type UnsubscribeLink, unsubscribeLink } from '../../edge/mail-links.ts'
import { mostTries, waitAfter } from '../../edge/put-off.ts'
import { addressed, send } from '../../edge/send.ts'
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
  const off = report.kind === 'custom' ? undefined : await unsubscribeLink(needs, user, report.kind)
  const written = await write(needs, { ...report, mailId }, user, figures, pdf, off)
  const isOurs = await note({ state: 'sending', mailId, nextTryMs: needs.clock.now() + patienceMs })
  const outcome = isOurs && (await send(needs.mailer, written))
  const next = outcome ? await settled(needs, report, outcome, note) : undefined
  if (!outcome || outcome.kind === 'later' || outcome.kind === 'refused') await off?.takeBack()
  return next
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
  off: UnsubscribeLink | undefined,
): Promise<Mail> {
  const { kind, mailId } = report
  const base = needs.publicUrl
  const links = { report: `${base}/reports/${report.id}`, settings: `${base}/settings` }
  const letter = await needs.letters.report(figures, user, { ...links, ...(off && { unsubscribe: off.page }) })
  const file: Attachment = { name: pdfName(kind, report.period), type: 'application/pdf', body: pdf, inline: false }
  return {
    id: mailId,
    kind,
    ...addressed(letter, user),
    ...(off && { unsubscribeUrl: off.oneClick }),
    attachments: [...letter.pictures, ...(pdf.length <= mostAttached ? [file] : [])],
  }
}

function settled({ clock, mailer }: MailNeeds, report: ShelfReport, outcome: SendOutcome, note: Note) {
  const now = clock.now()
  const tryAgain = (retryAfterS: number) => {
    const { id, attempts } = report
    if (attempts >= mostTries) {
      log('report', { id, state: 'failed', attempts, trouble: 'put-off' })
      return note({ state: 'failed', trouble: 'put-off' })
    }
    // found again when it may be tried; not gone on with now
    const waitMs = Math.max(retryAfterS * 1000, waitAfter(attempts))
    return note({ state: 'stored', nextTryMs: now + waitMs }).then(() => undefined)
  }
  switch (outcome.kind) {
    case 'accepted':
      return note({ state: 'sent', sentMs: now })
    case 'refused':
      return note({ state: 'failed', trouble: 'refused' })
    case 'later':
      return tryAgain(outcome.retryAfterS)
    case 'unknown':
      return mailer.repeatable
        ? tryAgain(0)
        : note({ state: 'sending', nextTryMs: now + patienceMs }).then(() => undefined)
  }
}
