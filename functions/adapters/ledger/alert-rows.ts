import { type Kysely, sql } from 'kysely'
import type { Threshold } from '../../domain/alert.ts'
import type { Minor } from '../../domain/money.ts'
import type { Period } from '../../domain/period.ts'
import { uuid5 } from '../../domain/uuid5.ts'
import type { Alert } from '../../ports/alerts.ts'
import type { Budget } from '../../ports/budgets.ts'
import type { Instant } from '../../ports/clock.ts'
import type { LedgerScope } from '../../ports/scope.ts'
import { insertRows } from '../sql/insert.ts'
import type { AlertsTable, LedgerTables } from './schema.ts'

export interface Crossing {
  readonly budget: Budget
  readonly period: Period
  readonly threshold: Threshold
  readonly limit: Minor
  readonly spent: bigint
  /** Of what one write has crossed, only the worst waits to be told; it settles the rest with itself. */
  readonly isWorst: boolean
}

/** Notes those that are not known yet. */
export async function writeAlerts(
  db: Kysely<LedgerTables>,
  { ledgerId }: LedgerScope,
  crossings: readonly Crossing[],
  now: Instant,
): Promise<void> {
  if (crossings.length === 0) return
  const budgets = [...new Set(crossings.map(({ budget }) => budget.id))]
  const { rows } = await sql<{ budget_id: string; period_start: string; threshold: bigint | number }>`
    select budget_id, period_start, threshold from alerts
    where ledger_id = ${ledgerId} and budget_id in (${sql.join(budgets)})`.execute(db)
  const known = new Set(rows.map((row) => `${row.budget_id} ${row.period_start} ${row.threshold}`))
  const nameOf = ({ budget, period, threshold }: Crossing) => `${budget.id} ${period.start} ${threshold}`
  const fresh = crossings.filter((crossing) => !known.has(nameOf(crossing)))
  await insertRows(
    db,
    'alerts',
    fresh.map((crossing) => ({
      ledger_id: ledgerId,
      budget_id: crossing.budget.id,
      period_start: crossing.period.start,
      threshold: crossing.threshold,
      // another one each time it is noted, for mails have their ids from it
      id: uuid5(ledgerId, `alert ${nameOf(crossing)} ${now}`),
      period_end: crossing.period.end,
      amount: crossing.spent,
      limit_amount: crossing.limit,
      currency: crossing.budget.currency.code,
      digits: crossing.budget.currency.digits,
      crossed_ms: now,
      state: crossing.isWorst ? ('crossed' as const) : ('outdone' as const),
      lease_until: 0,
      attempts: 0,
    })),
  )
}

/**
 * Forgets what of a limit and period is in one of these states and not reached, so that it is noted anew when it is crossed
 * anew. What is reached and was outdone by it waits itself then.
 */
export async function forgetUnreached(
  db: Kysely<LedgerTables>,
  { ledgerId, budgetId, period }: Pick<Alert, 'ledgerId' | 'budgetId' | 'period'>,
  worst: Threshold | undefined,
  states: readonly AlertsTable['state'][],
): Promise<void> {
  const { numDeletedRows } = await db
    .deleteFrom('alerts')
    .where('ledger_id', '=', ledgerId)
    .where('budget_id', '=', budgetId)
    .where('period_start', '=', period.start)
    .where('threshold', '>', worst ?? 0)
    .where('state', 'in', states)
    .executeTakeFirst()
  if (numDeletedRows === 0n || worst === undefined) return
  await db
    .updateTable('alerts')
    .set({ state: 'crossed' })
    .where('ledger_id', '=', ledgerId)
    .where('budget_id', '=', budgetId)
    .where('period_start', '=', period.start)
    .where('threshold', '=', worst)
    .where('state', '=', 'outdone')
    .execute()
}
