import { type Insertable, type Kysely, type Selectable, sql } from 'kysely'
import type { Day } from '../../domain/day.ts'
import type { LedgerId, ReportId, UserId } from '../../domain/ids.ts'
import { fromStore } from '../../domain/money.ts'
import type { Instant } from '../../ports/clock.ts'
import type { ObjectKey } from '../../ports/objects.ts'
import type { MailWish, PlannedReport, ReportStep, ReportTrouble, ShelfReport } from '../../ports/report-shelf.ts'
import type { IdentityTables, ReportsTable } from './schema.ts'

/** The row of a report that is only planned: the next edition of its period, in somebody's hands. */
export async function plannedRow(
  db: Kysely<IdentityTables>,
  report: PlannedReport,
  owner: string,
  untilMs: Instant,
): Promise<Insertable<ReportsTable>> {
  const { latest } = await db
    .selectFrom('reports')
    .select(sql<bigint | number | string>`coalesce(max(edition), 0)`.as('latest'))
    .where('user_id', '=', report.userId)
    .where('ledger_id', '=', report.ledgerId)
    .where('kind', '=', report.kind)
    .where('period_start', '=', report.period.start)
    .where('period_end', '=', report.period.end)
    .executeTakeFirstOrThrow()
  return {
    id: report.id,
    user_id: report.userId,
    ledger_id: report.ledgerId,
    kind: report.kind,
    period_start: report.period.start,
    period_end: report.period.end,
    edition: Number(latest) + 1,
    state: 'planned',
    figures_key: report.figuresKey,
    pdf_key: report.pdfKey,
    wants_mail: mailWishes.indexOf(report.mailWish),
    created_ms: report.createdMs,
    due_ms: untilMs,
    lease_owner: owner,
    attempts: 1,
    ...nothingYet,
  }
}

/** In the order of what the column holds. */
const mailWishes: readonly MailWish[] = ['none', 'scheduled', 'asked']

const nothingYet = {
  currency: null,
  digits: null,
  income: null,
  expense: null,
  net: null,
  entries: null,
  ledger_revision: null,
  figured_ms: null,
  figures_sha256: null,
  pdf_bytes: null,
  pdf_sha256: null,
  mail_id: null,
  trouble: null,
  sent_ms: null,
} as const

/** What a step writes: only what it names, and who holds the row when. */
export function stepRow({ state, headline, pdf, mailId, trouble, sentMs, nextTryMs }: ReportStep) {
  return {
    state,
    due_ms: nextTryMs ?? null,
    trouble: trouble ?? null,
    ...(nextTryMs === undefined && { lease_owner: null }),
    ...(headline && {
      currency: headline.currency.code,
      digits: headline.currency.digits,
      income: headline.income,
      expense: headline.expense,
      net: headline.net,
      entries: headline.entries,
      ledger_revision: headline.revision,
      figured_ms: headline.figuredMs,
      figures_sha256: headline.sha256,
    }),
    ...(pdf && { pdf_bytes: pdf.bytes, pdf_sha256: pdf.sha256 }),
    ...(mailId !== undefined && { mail_id: mailId }),
    ...(sentMs !== undefined && { sent_ms: sentMs }),
  }
}

export function reportFrom(row: Selectable<ReportsTable>): ShelfReport {
  return {
    id: row.id as ReportId,
    userId: row.user_id as UserId,
    ledgerId: row.ledger_id as LedgerId,
    kind: row.kind,
    period: { start: row.period_start as Day, end: row.period_end as Day },
    figuresKey: row.figures_key as ObjectKey,
    pdfKey: row.pdf_key as ObjectKey,
    mailWish: mailWishes[Number(row.wants_mail)] ?? 'none',
    createdMs: Number(row.created_ms),
    edition: Number(row.edition),
    state: row.state,
    ...headlineFrom(row),
    ...(row.pdf_sha256 !== null && { pdf: { bytes: Number(row.pdf_bytes), sha256: row.pdf_sha256 } }),
    ...(row.mail_id !== null && { mailId: row.mail_id }),
    ...(row.trouble !== null && { trouble: row.trouble as ReportTrouble }),
    ...(row.sent_ms !== null && { sentMs: Number(row.sent_ms) }),
    attempts: Number(row.attempts),
  }
}

function headlineFrom(row: Selectable<ReportsTable>): Pick<ShelfReport, 'headline'> {
  if (row.currency === null || row.income === null || row.expense === null || row.net === null) return {}
  return {
    headline: {
      currency: { code: row.currency, digits: Number(row.digits) },
      income: fromStore(BigInt(row.income)),
      expense: fromStore(BigInt(row.expense)),
      net: fromStore(BigInt(row.net)),
      entries: Number(row.entries),
      revision: Number(row.ledger_revision),
      figuredMs: Number(row.figured_ms),
      sha256: row.figures_sha256 ?? '',
    },
  }
}
