import type { Report } from '../domain/report.ts'
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

/** Writes every mail of the product. */
export interface Letters {
  report(report: Report, reader: Reader, links: ReportLinks): Promise<Letter>
  /** `link` is good for `minutes`. */
  verification(reader: Reader, link: string, minutes: number): Promise<Letter>
}
