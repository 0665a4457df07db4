import type { Figures } from '../../domain/insight.ts'
import { fromStore, minus } from '../../domain/money.ts'
import type { Headline, ShelfReport } from '../../ports/report-shelf.ts'
import type { LedgerScope } from '../../ports/scope.ts'
import type { TotalRow, Totals, TotalsAsk } from '../../ports/totals.ts'

/**
 * By how much the sums of reports are more now than when they were made, by the reports' ids, where anything of their days
 * has changed: by nothing where only something else of it has. One statement for all of them, none when nothing was
 * written since. Of a period's editions only the latest is asked for.
 */
export async function changedSince(
  totals: Totals,
  scope: LedgerScope,
  reports: readonly ShelfReport[],
): Promise<ReadonlyMap<string, Figures>> {
  const older = latestOnly(reports).flatMap(({ id, period, headline }) =>
    headline && headline.revision < scope.revision ? [{ id, period, headline }] : [],
  )
  if (older.length === 0) return new Map()

  const asks = older.flatMap(({ period, headline }): TotalsAsk[] => [
    { face: 'kind', windows: [period] },
    { touched: period, since: headline.figuredMs },
  ])
  const rows = await totals.read(scope, asks)
  const changed = older.flatMap(({ id, headline }, place) => {
    const of = (ask: number) => rows.filter((row) => row.ask === ask)
    const difference = differenceOf(headline, of(2 * place))
    const isOther = difference.income !== 0n || difference.expense !== 0n || of(2 * place + 1).length > 0
    return isOther ? [[id, difference] as const] : []
  })
  return new Map(changed)
}

function differenceOf(headline: Headline, rows: readonly TotalRow[]): Figures {
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
  return { income, expense, net: minus(income, expense) }
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
