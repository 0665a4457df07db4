import { sql, type Transaction as Trx } from 'kysely'
import { crossed, type Threshold } from '../../domain/alert.ts'
import { limitIn } from '../../domain/budget.ts'
import { categoryTree } from '../../domain/category-tree.ts'
import type { Delta } from '../../domain/contributions.ts'
import type { Minor } from '../../domain/money.ts'
import { always, type Period, periodAt } from '../../domain/period.ts'
import { todayIn } from '../../domain/zone.ts'
import type { Budget } from '../../ports/budgets.ts'
import type { Instant } from '../../ports/clock.ts'
import type { Ids } from '../../ports/ids.ts'
import type { LedgerScope } from '../../ports/scope.ts'
import { insertRows } from '../sql/insert.ts'
import { storedBudgets } from './budget-rows.ts'
import { categoriesOf, stored } from './category-rows.ts'
import type { LedgerTables } from './schema.ts'
import { sqlTotals } from './totals.ts'

type Db = Trx<LedgerTables>

/**
 * Notes the limits that this write has crossed, with the write itself: each threshold once in a period, and only in the
 * period that holds today, so that history filled in later alarms nobody. Who is told and how is decided elsewhere.
 */
export async function noteAlerts(
  db: Db,
  scope: LedgerScope,
  deltas: readonly Delta[],
  now: Instant,
  ids: Ids,
): Promise<void> {
  const rising = await risingOf(db, scope, deltas, now)
  if (rising.length === 0) return

  const asks = rising.map(({ budget, period }) => ({ face: faceOf(budget), windows: [period] }))
  const spent = await sqlTotals(db).read(scope, asks)
  const crossings = rising.flatMap(({ budget, period, counts, rise }, n) => {
    const rows = spent.filter((row) => row.ask === n && row.currency === budget.currency.code && counts(row.key))
    const after = rows.reduce((sum, { minus }) => sum + minus, 0n)
    const limit = limitIn(budget.limits, period)
    const reached = crossed(limit, after - rise, after)
    return reached.map((threshold) => ({
      budget,
      period,
      threshold,
      limit,
      spent: after,
      isWorst: threshold === reached.at(-1),
    }))
  })
  if (crossings.length > 0) await write(db, scope, crossings, now, ids)
}

/** A limit that this write has brought nearer. */
interface Rising {
  readonly budget: Budget
  readonly period: Period
  /** Whether the totals of this key, on the face that the budget looks at, are the budget's. */
  readonly counts: (key: string) => boolean
  readonly rise: bigint
}

async function risingOf(
  db: Db,
  scope: LedgerScope,
  deltas: readonly Delta[],
  now: Instant,
): Promise<readonly Rising[]> {
  const today = todayIn(scope.timeZone, now)
  const budgets = (await storedBudgets(db, scope)).filter(({ archived }) => !archived)
  const running = budgets.map((budget) => ({ budget, period: periodAt(always(budget.rule), today) }))
  const near = running.map((one) => ({ ...one, deltas: deltas.filter((delta) => isNear(delta, one)) }))
  const touched = near.filter((one) => one.deltas.length > 0)
  if (touched.length === 0) return []

  const tree = categoryTree(
    touched.some(({ budget }) => budget.categoryId) ? categoriesOf(await stored(db, scope)) : [],
  )
  const rising = touched.map(({ budget, period, deltas }) => {
    const family = budget.categoryId && new Set<string>(tree.family(budget.categoryId))
    const counts = (key: string) => !family || family.has(key)
    const rise = deltas.reduce((sum, { key, minus }) => (counts(key) ? sum + minus : sum), 0n)
    return { budget, period, counts, rise }
  })
  return rising.filter(({ rise }) => rise > 0n)
}

const faceOf = ({ categoryId }: Budget) => (categoryId ? ('category' as const) : ('kind' as const))

/** Days, not months: a period may begin anywhere. */
function isNear(delta: Delta, { budget, period }: { readonly budget: Budget; readonly period: Period }): boolean {
  return (
    delta.grain === 'd' &&
    delta.face === faceOf(budget) &&
    delta.currency === budget.currency.code &&
    period.start <= delta.start &&
    delta.start <= period.end
  )
}

interface Crossing {
  readonly budget: Budget
  readonly period: Period
  readonly threshold: Threshold
  readonly limit: Minor
  readonly spent: bigint
  /** Of what one write has crossed, only the worst is to be told; the rest is settled with it. */
  readonly isWorst: boolean
}

async function write(db: Db, { ledgerId }: LedgerScope, crossings: readonly Crossing[], now: Instant, ids: Ids) {
  const budgets = [...new Set(crossings.map(({ budget }) => budget.id))]
  const { rows } = await sql<{ budget_id: string; period_start: string; threshold: bigint | number }>`
    select budget_id, period_start, threshold from alerts
    where ledger_id = ${ledgerId} and budget_id in (${sql.join(budgets)})`.execute(db)
  const known = new Set(rows.map((row) => `${row.budget_id} ${row.period_start} ${row.threshold}`))
  const fresh = crossings.filter(
    ({ budget, period, threshold }) => !known.has(`${budget.id} ${period.start} ${threshold}`),
  )
  await insertRows(
    db,
    'alerts',
    fresh.map(({ budget, period, threshold, limit, spent, isWorst }) => ({
      ledger_id: ledgerId,
      budget_id: budget.id,
      period_start: period.start,
      threshold,
      id: ids.next(),
      period_end: period.end,
      amount: spent,
      limit_amount: limit,
      currency: budget.currency.code,
      digits: budget.currency.digits,
      crossed_ms: now,
      state: isWorst ? ('crossed' as const) : ('settled' as const),
      lease_until: 0,
      attempts: 0,
    })),
  )
}
