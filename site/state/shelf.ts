import type { ReportView, reports } from '../../functions/api/reports.ts'
import type { Reply } from '../../functions/api/route.ts'
import { ok, type Result } from '../../functions/domain/result.ts'
import type { Api, Problem } from '../api.ts'
import { here } from './book.ts'
import { body } from './load.ts'
import type { State } from './state.ts'

/** The reports that end in a year, the latest first, and the years that have any. */
export type Shelf = Reply<typeof reports.listReports>['body']

/** One report, with the other editions of its period. */
export interface Shelved {
  readonly report: ReportView
  readonly others: readonly ReportView[]
}

/** The latest edition of a period, and those before it. */
export interface Pile {
  readonly latest: ReportView
  readonly older: readonly ReportView[]
}

/** The shelf of the year that the address names, or of the latest that has any. */
export const shelfAsk = {
  shelf: (api: Api, { place }: State) =>
    body(api.reports.listReports({ params: here, query: { year: place.query.get('year') ?? undefined } })),
}

/** Nothing more happens to it by itself. */
export function isAtRest({ state, mail, trouble }: ReportView): boolean {
  return state === 'sent' || state === 'failed' || (state === 'stored' && (!mail.wanted || trouble !== undefined))
}

export function piles(items: readonly ReportView[]): readonly Pile[] {
  const byPeriod = new Map<string, ReportView[]>()
  for (const item of items) {
    const name = nameOf(item)
    byPeriod.set(
      name,
      [...(byPeriod.get(name) ?? []), item].sort((a, b) => b.edition - a.edition),
    )
  }
  return [...byPeriod.values()].flatMap(([latest, ...older]) => (latest ? [{ latest, older }] : []))
}

function nameOf({ kind, period }: ReportView): string {
  return `${kind} ${period.start} ${period.end}`
}

export async function readShelved(api: Api, id: string): Promise<Result<Shelved, Problem>> {
  const found = await api.reports.getReport({ params: { ...here, id } })
  if (!found.ok) return found
  const report = found.value.body
  const year = report.period.end.slice(0, 4)
  const shelf = await api.reports.listReports({ params: here, query: { year } })
  if (!shelf.ok) return shelf
  const others = shelf.value.body.items.filter((one) => nameOf(one) === nameOf(report) && one.id !== id)
  return ok({ report, others })
}
