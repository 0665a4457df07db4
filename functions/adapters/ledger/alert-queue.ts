import type { Kysely, Selectable } from 'kysely'
import { thresholds } from '../../domain/alert.ts'
import type { Day } from '../../domain/day.ts'
import type { BudgetId, LedgerId, UserId } from '../../domain/ids.ts'
import { fromStore } from '../../domain/money.ts'
import type { Alert, Alerts } from '../../ports/alerts.ts'
import type { Instant } from '../../ports/clock.ts'
import { forgetUnreached } from './alert-rows.ts'
import { currencyFrom } from './rows.ts'
import type { AlertsTable, LedgerTables } from './schema.ts'

export function sqlAlerts(db: Kysely<LedgerTables>): Alerts {
  const ofPeriod = ({ ledgerId, budgetId, period }: Alert) =>
    db
      .updateTable('alerts')
      .where('ledger_id', '=', ledgerId)
      .where('budget_id', '=', budgetId)
      .where('period_start', '=', period.start)
  /** One row, by its key. */
  const change = (alert: Alert) => ofPeriod(alert).where('threshold', '=', alert.threshold)

  return {
    async lease(now, untilMs, limit) {
      const rows = await db
        .selectFrom('alerts')
        .selectAll()
        .where('state', 'in', ['crossed', 'telling'])
        .where('lease_until', '<=', now)
        .orderBy('crossed_ms')
        .orderBy('id')
        .limit(limit)
        .execute()
      const leased: Alert[] = []
      for (const row of rows) {
        const alert = fromRow(row, untilMs)
        const { numUpdatedRows } = await change(alert)
          .set({ lease_until: untilMs })
          .where('lease_until', '=', row.lease_until)
          .executeTakeFirst()
        if (numUpdatedRows === 1n) leased.push(alert)
      }
      return leased
    },

    async begin(alert) {
      const { numUpdatedRows } = await change(alert)
        .set({ state: 'telling' })
        .where('lease_until', '=', alert.untilMs)
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },

    async putBack(alert, untilMs) {
      await change(alert).set({ state: 'crossed', lease_until: untilMs }).execute()
    },

    withdraw: (alert, worst, revision) =>
      db.transaction().execute(async (trx) => {
        // the ledger's lock, for it may be crossed at this very moment
        const { numUpdatedRows } = await trx
          .updateTable('ledgers')
          .set({ revision })
          .where('id', '=', alert.ledgerId)
          .where('revision', '=', revision)
          .executeTakeFirst()
        if (numUpdatedRows === 0n) return false
        await forgetUnreached(trx, alert, worst, ['crossed', 'outdone'])
        return true
      }),

    async settle(alert) {
      await ofPeriod(alert).where('threshold', '<=', alert.threshold).set({ state: 'settled' }).execute()
    },

    async keepers(ledgerId) {
      const rows = await db
        .selectFrom('memberships')
        .select('user_id')
        .where('ledger_id', '=', ledgerId)
        .where('role', 'in', ['owner', 'editor'])
        .orderBy('user_id')
        .execute()
      return rows.map(({ user_id }) => user_id as UserId)
    },
  }
}

function fromRow(row: Selectable<AlertsTable>, untilMs: Instant): Alert {
  const threshold = thresholds.find((known) => known === Number(row.threshold))
  if (!threshold) throw new RangeError('A stored threshold is none.')
  return {
    id: row.id,
    ledgerId: row.ledger_id as LedgerId,
    budgetId: row.budget_id as BudgetId,
    threshold,
    period: { start: row.period_start as Day, end: row.period_end as Day },
    limit: fromStore(BigInt(row.limit_amount)),
    spent: fromStore(BigInt(row.amount)),
    currency: currencyFrom(row.currency, row.digits),
    crossedMs: Number(row.crossed_ms),
    isBegun: row.state === 'telling',
    untilMs,
  }
}
