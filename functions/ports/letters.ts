import type { Threshold } from '../domain/alert.ts'
import type { Day } from '../domain/day.ts'
import type { Period } from '../domain/period.ts'
import type { Report, ReportBudget, ReportEntry } from '../domain/report.ts'
import type { Attachment } from './mailer.ts'

/** What a mail says, in the reader's language; nothing in it knows who delivers it. */
export interface Letter {
  readonly subject: string
  /** Under 100 KB, readable without its pictures. */
  readonly html: string
  readonly text: string
  /** The pictures that the HTML shows by `cid:`. */
  readonly pictures: readonly Attachment[]
}

export interface Reader {
  readonly name: string
  readonly locale: string
}

export interface ReportLinks {
  /** The report on the shelf: `PUBLIC_URL/reports/{id}`. */
  readonly report: string
  /** Where mails of this kind are switched off, for people. */
  readonly unsubscribe?: string
  readonly settings: string
}

/** A limit that has passed a threshold, as it stood then. */
export interface LimitAlert {
  readonly ledger: { readonly name: string }
  readonly budget: Omit<ReportBudget, 'period'>
  readonly threshold: Threshold
  /** The limit's. */
  readonly period: Period
  /** The day of the period that it stood so. */
  readonly on: Day
  /** What was last entered in it, the newest first; none where that is not known. */
  readonly latest: readonly ReportEntry[]
}

export interface AlertLinks {
  /** The entries of the limit. */
  readonly limit: string
  readonly unsubscribe?: string
  readonly settings: string
}

/** Writes every mail of the product. */
export interface Letters {
  report(report: Report, reader: Reader, links: ReportLinks): Promise<Letter>
  /** `link` is good for `minutes`. */
  verification(reader: Reader, link: string, minutes: number): Promise<Letter>
  /** As `verification`; the link leads to a new password. */
  reset(reader: Reader, link: string, minutes: number): Promise<Letter>
  alert(alert: LimitAlert, reader: Reader, links: AlertLinks): Promise<Letter>
}
