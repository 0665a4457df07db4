import type { transactions as routes } from '../../api/transactions.ts'
import { addDays, compareDays, earliest, latest } from '../../domain/day.ts'
import { ok } from '../../domain/result.ts'
import type { Handler } from '../../edge/handler.ts'
import type { Totals } from '../../ports/totals.ts'
import { filterFrom } from './filter.ts'

type Needs = { readonly totals: Totals }

/** One statement after the one that lets us in; it reads totals by day, as many rows however many entries a day has. */
export const listDays: Handler<typeof routes.listDays, Needs> = async ({ totals }, scope, { query }) => {
  const filter = filterFrom(query)
  if (!filter.ok) return filter
  const { from = earliest, to = latest, accountId } = filter.value

  const rows = await totals.read(scope, [{ counts: { start: from, end: to }, ...(accountId && { accountId }) }])
  const days = rows.flatMap(({ day, n }) => (day ? [{ day, entries: Number(n) }] : []))
  const shown = days.toSorted((a, b) => compareDays(b.day, a.day)).slice(0, mostDays)
  const last = shown.length < days.length ? shown.at(-1) : undefined
  return ok({ status: 200, body: { items: shown, ...(last && { next: addDays(last.day, -1) }) } })
}

/** Some 400 KB: an answer may have 1 MB. */
const mostDays = 10_000
