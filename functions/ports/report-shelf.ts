import type { Currency } from '../domain/currency.ts'
import type { LedgerId, ReportId, UserId } from '../domain/ids.ts'
import type { Figures } from '../domain/insight.ts'
import type { Period } from '../domain/period.ts'
import type { ReportKind } from '../domain/report.ts'
import type { Instant } from './clock.ts'
import type { ObjectKey } from './objects.ts'

/**
 * `planned`, `figured` (figures are on file), `stored` (the PDF is), `sending` (a mail may be under way), `sent`;
 * `failed` when nothing more will be tried.
 */
export type ReportState = 'planned' | 'figured' | 'stored' | 'sending' | 'sent' | 'failed'

/** Why a report that was to be mailed was not, or why it was not made. */
export type ReportTrouble =
  | 'unverified'
  | 'switched-off'
  | 'stopped'
  | 'refused'
  | 'put-off'
  | 'outcome-unknown'
  | 'no-access'
  | 'broken'

/** `scheduled` mails are sent unless their kind is switched off; one that was `asked` for, whatever is switched off. */
export type MailWish = 'none' | 'scheduled' | 'asked'

/** What a report is before anything of it is made; everything below is decided once and kept through every repeat. */
export interface PlannedReport {
  readonly id: ReportId
  readonly userId: UserId
  readonly ledgerId: LedgerId
  readonly kind: ReportKind
  readonly period: Period
  readonly figuresKey: ObjectKey
  readonly pdfKey: ObjectKey
  readonly mailWish: MailWish
  readonly createdMs: Instant
}

/** The figures that the shelf shows, in the ledger's currency. */
export interface Headline extends Figures {
  readonly currency: Currency
  readonly entries: number
  readonly revision: number
  readonly figuredMs: Instant
  readonly sha256: string
}

export interface StoredPdf {
  readonly bytes: number
  readonly sha256: string
}

export interface ShelfReport extends PlannedReport {
  readonly edition: number
  readonly state: ReportState
  readonly headline?: Headline
  readonly pdf?: StoredPdf
  /** The mail's id, kept through every repeat of sending it. */
  readonly mailId?: string
  readonly trouble?: ReportTrouble
  readonly sentMs?: Instant
  /** How often somebody has taken it up. */
  readonly attempts: number
}

/** One step of a report. `nextTryMs` absent: nothing is left to do; the lease ends with it. */
export interface ReportStep {
  readonly state: ReportState
  readonly headline?: Headline
  readonly pdf?: StoredPdf
  readonly mailId?: string
  readonly trouble?: ReportTrouble
  readonly sentMs?: Instant
  readonly nextTryMs?: Instant
}

export type LateWord = { readonly was: 'sent'; readonly at: Instant } | { readonly was: 'refused' }

/** Reports that were planned and what became of them, in the identity plane; leased as schedules are. */
export interface ReportShelf {
  /**
   * The next edition of that period, held by `owner` until `untilMs`; the one with this id where there is one already
   * (`isNew` says which).
   */
  add(
    report: PlannedReport,
    owner: string,
    untilMs: Instant,
  ): Promise<{ readonly report: ShelfReport; readonly isNew: boolean }>
  /** Of the person's in this ledger that end within these days, the latest end and edition first. */
  list(userId: UserId, ledgerId: LedgerId, ends: Period): Promise<readonly ShelfReport[]>
  /** The years in which a report of the person's ends, the latest first. */
  years(userId: UserId, ledgerId: LedgerId): Promise<readonly number[]>
  find(userId: UserId, ledgerId: LedgerId, id: ReportId): Promise<ShelfReport | undefined>
  /** Every edition of one period of one kind, the latest first. */
  editions(userId: UserId, ledgerId: LedgerId, kind: ReportKind, period: Period): Promise<readonly ShelfReport[]>
  /** Leases at most `limit` that have something left to do, the longest due first; each lease has an owner of its own. */
  lease(owner: string, now: Instant, untilMs: Instant, limit: number): Promise<readonly ReportId[]>
  /** Those among them that `owner` holds, now held by `runner`, in the order of `ids`. */
  takeOver(ids: readonly ReportId[], owner: string, runner: string): Promise<readonly ShelfReport[]>
  /** False, and nothing done, when `runner` does not hold it any more. */
  step(id: ReportId, runner: string, step: ReportStep): Promise<boolean>
  /** Has a report mailed as `asked` that nobody holds: it is tried at once, under a new mail id. False where somebody does. */
  mailAgain(userId: UserId, id: ReportId, owner: string, untilMs: Instant): Promise<boolean>
  /**
   * A late word on a mail, from whoever delivers it; words may come in any order, and that it was refused is the last one.
   * The report whose mail it is, as it is then.
   */
  settle(mailId: string, word: LateWord): Promise<ShelfReport | undefined>
  /** Every key under which a file of the person's may lie. */
  keys(userId: UserId): Promise<readonly ObjectKey[]>
}
