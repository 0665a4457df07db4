import type { Transaction as Trx } from 'kysely'
import { crossed, reached, type Threshold } from '../../domain/alert.ts'
import { limitIn } from '../../domain/budget.ts'
import { categoryTree } from '../../domain/category-tree.ts'
import type { Delta } from '../../domain/contributions.ts'
import { fitsTotal, fromStore } from '../../domain/money.ts'
import { always, type Period, periodAt } from '../../domain/period.ts'
import { todayIn } from '../../domain/zone.ts'
import type { Budget } from '../../ports/budgets.ts'
import type { Instant } from '../../ports/clock.ts'
import type { LedgerScope } from '../../ports/scope.ts'
import { type Crossing, forgetUnreached, writeAlerts } from './alert-rows.ts'
import { datedBudgets } from './budget-rows.ts'
import { categoriesOf, stored } from './category-rows.ts'
import type { LedgerTables } from './schema.ts'
import { sqlTotals } from './totals.ts'

type Db = Trx<LedgerTables>

/**
 * Notes the limits that this write has crossed, with the write itself: each threshold once in a period, and only in the
 * period that holds today, so that history filled in later alarms nobody. What was crossed without a write, by entries
 * ahead of a period that has begun since or by a category that was moved, is noted with the next that is spent. Who is
 * told and how is decided elsewhere.
 */
export async function noteAlerts(db: Db, scope: LedgerScope, deltas: readonly Delta[], now: Instant): Promise<void> {
  const rising = await risingOf(db, scope, deltas, now)
  if (rising.length === 0) return

  const spent = await spentOf(db, scope, rising)
  const crossings = rising.flatMap((one, n) => {
    const [after, limit] = [spent[n] ?? 0n, limitOf(one)]
    return crossingsOf(one, after, one.isNew ? crossed(limit, after - one.rise, after) : reached(limit, after))
  })
  await writeAlerts(db, scope, crossings, now)
}

/**
 * The same where the limit itself was changed: what is reached by now is noted, and what is not is forgotten, told or not,
 * so that it is told when the new limit is crossed.
 */
export async function noteChangedLimit(db: Db, scope: LedgerScope, budget: Budget, now: Instant): Promise<void> {
  if (budget.archived) return
  const period = periodAt(always(budget.rule), todayIn(scope.timeZone, now))
  const counts = countsOf(budget, await treeFor(db, scope, [budget]))
  const look = { budget, period, counts }
  const [spent = 0n] = await spentOf(db, scope, [look])

  const all = reached(limitOf(look), spent)
  const { ledgerId } = scope
  await forgetUnreached(db, { ledgerId, budgetId: budget.id, period }, all.at(-1), everyState)
  await writeAlerts(db, scope, crossingsOf(look, spent, all), now)
}

const everyState = ['crossed', 'telling', 'outdone', 'settled'] as const

/** A limit in one of its periods. */
interface Look {
  readonly budget: Budget
  readonly period: Period
  /** Whether the totals of this key, on the face that the budget looks at, are the budget's. */
  readonly counts: (key: string) => boolean
}

/** A limit that this write has brought nearer. */
interface Rising extends Look {
  readonly rise: bigint
  /** Made in this period: whoever made it saw what it found spent. */
  readonly isNew: boolean
}

const limitOf = ({ budget, period }: Look) => limitIn(budget.limits, period)

/** What is spent of each by now, in one statement. */
async function spentOf(db: Db, scope: LedgerScope, looks: readonly Look[]): Promise<readonly bigint[]> {
  const asks = looks.map(({ budget, period }) => ({ face: faceOf(budget), windows: [period] }))
  const rows = await sqlTotals(db).read(scope, asks)
  return looks.map(({ budget, counts }, n) => {
    const own = rows.filter((row) => row.ask === n && row.currency === budget.currency.code && counts(row.key))
    return own.reduce((sum, { minus }) => sum + minus, 0n)
  })
}

/** None of more than a store can keep. */
function crossingsOf(look: Look, spent: bigint, thresholds: readonly Threshold[]): readonly Crossing[] {
  const { budget, period } = look
  const limit = limitOf(look)
  if (!fitsTotal(fromStore(spent))) return []
  return thresholds.map((threshold) => {
    return { budget, period, threshold, limit, spent, isWorst: threshold === thresholds.at(-1) }
  })
}

async function risingOf(
  db: Db,
  scope: LedgerScope,
  deltas: readonly Delta[],
  now: Instant,
): Promise<readonly Rising[]> {
  const today = todayIn(scope.timeZone, now)
  const budgets = (await datedBudgets(db, scope)).filter(({ budget }) => !budget.archived)
  const running = budgets.map((one) => ({ ...one, period: periodAt(always(one.budget.rule), today) }))
  const near = running.map((one) => ({ ...one, deltas: deltas.filter((delta) => isNear(delta, one)) }))
  const touched = near.filter((one) => one.deltas.length > 0)
  if (touched.length === 0) return []

  const tree = await treeFor(
    db,
    scope,
    touched.map(({ budget }) => budget),
  )
  const rising = touched.map(({ budget, createdMs, period, deltas }) => {
    const counts = countsOf(budget, tree)
    const rise = deltas.reduce((sum, { key, minus }) => (counts(key) ? sum + minus : sum), 0n)
    return { budget, period, counts, rise, isNew: todayIn(scope.timeZone, createdMs) >= period.start }
  })
  return rising.filter(({ rise }) => rise > 0n)
}

type Tree = ReturnType<typeof categoryTree>

async function treeFor(db: Db, scope: LedgerScope, budgets: readonly Budget[]): Promise<Tree> {
  return categoryTree(budgets.some(({ categoryId }) => categoryId) ? categoriesOf(await stored(db, scope)) : [])
}

function countsOf({ categoryId }: Budget, tree: Tree): Look['counts'] {
  const family = categoryId && new Set<string>(tree.family(categoryId))
  return (key) => !family || family.has(key)
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
