import type { ReportView } from '../../api/reports.ts'
import type { Figures } from '../../domain/insight.ts'
import { formatAmount } from '../../domain/money.ts'
import { pdfName } from '../../domain/pdf-name.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Objects } from '../../ports/objects.ts'
import type { ShelfReport } from '../../ports/report-shelf.ts'

export interface ViewNeeds {
  readonly clock: Clock
  readonly objects: Objects
}

/** Seconds for which an address opens a file. */
const addressLife = 300

/** A report as the world sees it; `difference` is by how much its figures are more now. */
export async function reportView(
  needs: ViewNeeds,
  report: ShelfReport,
  difference: Figures | undefined,
): Promise<ReportView> {
  const { headline, trouble, sentMs } = report
  const text = ({ income, expense, net }: Figures, { currency }: NonNullable<typeof headline>) => ({
    income: formatAmount(income, currency),
    expense: formatAmount(expense, currency),
    net: formatAmount(net, currency),
  })
  return {
    id: report.id,
    kind: report.kind,
    period: { ...report.period },
    edition: report.edition,
    state: report.state,
    createdAt: report.createdMs,
    ...(headline && {
      figures: {
        currency: headline.currency.code,
        ...text(headline, headline),
        entries: headline.entries,
        revision: headline.revision,
        madeAt: headline.figuredMs,
      },
    }),
    ...(headline && difference && { changed: text(difference, headline) }),
    ...(report.pdf && { pdf: { ...report.pdf, ...(await addressOf(needs, report)) } }),
    mail: { wanted: report.mailWish !== 'none', ...(sentMs !== undefined && { sentAt: sentMs }) },
    ...(trouble && { trouble }),
  }
}

/** Where the PDF is for the next five minutes. */
export async function addressOf(
  { clock, objects }: ViewNeeds,
  { kind, period, pdfKey }: ShelfReport,
): Promise<{ readonly url: string; readonly expiresAt: number }> {
  const expiresAt = clock.now() + addressLife * 1000
  const download = { filename: pdfName(kind, period), type: 'application/pdf' }
  return { url: await objects.signedUrl(pdfKey, download, addressLife), expiresAt }
}
