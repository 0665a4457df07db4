import type { Figures } from '../../domain/insight.ts'
import { fromStore, minus } from '../../domain/money.ts'
import type { ShelfReport } from '../../ports/report-shelf.ts'
import type { LedgerScope } from '../../ports/scope.ts'
import type { TotalRow, Totals } from '../../ports/totals.ts'

/**
 * By how much the figures of reports are more now than when they were made, by the reports' ids: one statement for all of
 * them, none when nothing was written since. Of a period's editions only the latest is asked for.
 */
export async function changedSince(
  totals: Totals,
  scope: LedgerScope,
  reports: readonly ShelfReport[],
): Promise<ReadonlyMap<string, Figures>> {
  const older = latestOnly(reports).filter(({ headline }) => headline && headline.revision < scope.revision)
  if (older.length === 0) return new Map()

  const asks = older.map(({ period }) => ({ face: 'kind' as const, windows: [period] }))
  const rows = await totals.read(scope, asks)
  const changed = older.flatMap((report, place) => {
    const difference = differenceOf(
      report,
      rows.filter(({ ask }) => ask === place),
    )
    return difference ? [[report.id, difference] as const] : []
  })
  return new Map(changed)
}

function differenceOf({ headline }: ShelfReport, rows: readonly TotalRow[]): Figures | undefined {
  if (!headline) return undefined
  const ours = rows.filter(({ currency }) => currency === headline.currency.code)
  const sum = (part: (row: TotalRow) => bigint) => fromStore(ours.reduce((all, row) => all + part(row), 0n))
  const income = minus(
    sum(({ plus }) => plus),
    headline.income,
  )
  const expense = minus(
    sum(({ minus }) => minus),
    headline.expense,
  )
  return income === 0n && expense === 0n ? undefined : { income, expense, net: minus(income, expense) }
}

function latestOnly(reports: readonly ShelfReport[]): readonly ShelfReport[] {
  const latest = new Map<string, ShelfReport>()
  for (const report of reports) {
    const name = `${report.kind} ${report.period.start} ${report.period.end}`
    const known = latest.get(name)
    if (!known || known.edition < report.edition) latest.set(name, report)
  }
  return [...latest.values()]
}
