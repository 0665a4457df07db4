import type { Kysely, Transaction } from 'kysely'
import type { Limit } from '../../domain/budget.ts'
import type { BudgetId } from '../../domain/ids.ts'
import { isOther } from '../../domain/if-version.ts'
import type { Refusal } from '../../domain/refusal.ts'
import { ok, refuse } from '../../domain/result.ts'
import type { Added } from '../../ports/accounts.ts'
import type { Budget, Budgets } from '../../ports/budgets.ts'
import type { LedgerScope } from '../../ports/scope.ts'
import { insertRows } from '../sql/insert.ts'
import { noteChangedLimit } from './alerts.ts'
import { isAlike, isSame, limitRows, limitRuleRows, storedBudgets, toRow, writtenLimit } from './budget-rows.ts'
import { inLedger, untouched } from './lock.ts'
import { forgetOrigin, isRepeat, noteOrigin } from './origins.ts'
import type { LedgerTables } from './schema.ts'

export function sqlBudgets(db: Kysely<LedgerTables>): Budgets {
  return {
    list: (scope) => storedBudgets(db, scope),

    find: (scope, id) => find(db, scope, id),

    add: (scope, id, fields, limits, now, bodyHash) =>
      inLedger<Added<Budget>, Refusal>(db, scope.ledgerId, async (trx) => {
        const row: Budget = { ...fields, id, version: 1, limits }
        const known = await find(trx, scope, id)
        const made = { list: 'budgets', id } as const
        if (known && (await isRepeat(trx, scope, made, bodyHash, isAlike(known, row))))
          return untouched({ row: known, outcome: 'same' })
        if (known) return refuse({ kind: 'precondition-required' })
        const fault = await categoryFault(trx, scope, row)
        if (fault) return refuse(fault)

        const own = { ledger_id: scope.ledgerId, created_ms: now, touched_ms: now }
        await trx
          .insertInto('budgets')
          .values({ ...own, ...toRow(row) })
          .execute()
        await insertRows(trx, 'budget_limits', limitRows(scope, id, limits))
        await noteOrigin(trx, scope, made, bodyHash)
        return ok({ row, outcome: 'added' })
      }),

    change: (scope, id, ifVersion, edit, now) =>
      inLedger<Budget, Refusal>(db, scope.ledgerId, async (trx) => {
        const before = await find(trx, scope, id)
        if (!before) return refuse({ kind: 'not-found' })
        if (isOther(ifVersion, before.version)) return refuse({ kind: 'version-mismatch' })
        const edited = edit(before)
        if (!edited.ok) return edited
        const after: Budget = { ...edited.value, id, version: before.version + 1 }
        if (isSame(before, after)) return untouched(before)
        const fault = after.categoryId === before.categoryId ? undefined : await categoryFault(trx, scope, after)
        if (fault) return refuse(fault)

        await trx
          .updateTable('budgets')
          .set({ ...toRow(after), touched_ms: now })
          .where('ledger_id', '=', scope.ledgerId)
          .where('id', '=', id)
          .execute()
        await replaceLimits(trx, scope, before, after.limits)
        await noteChangedLimit(trx, scope, after, now)
        return ok(after)
      }),

    remove: (scope, id, ifVersion) =>
      inLedger<undefined, Refusal>(db, scope.ledgerId, async (trx) => {
        const budget = await find(trx, scope, id)
        if (!budget) return untouched(undefined)
        if (isOther(ifVersion, budget.version)) return refuse({ kind: 'version-mismatch' })

        await trx.deleteFrom('budgets').where('ledger_id', '=', scope.ledgerId).where('id', '=', id).execute()
        for (const table of ['budget_limits', 'limit_rules', 'alerts'] as const) {
          await trx.deleteFrom(table).where('ledger_id', '=', scope.ledgerId).where('budget_id', '=', id).execute()
        }
        await forgetOrigin(trx, scope, { list: 'budgets', id })
        return ok(undefined)
      }),
  }
}

async function find(db: Kysely<LedgerTables>, scope: LedgerScope, id: BudgetId): Promise<Budget | undefined> {
  const [budget] = await storedBudgets(db, scope, id)
  return budget
}

/** A limit is for an expense category that is no alias, or for everything. */
async function categoryFault(
  trx: Transaction<LedgerTables>,
  scope: LedgerScope,
  { categoryId }: Pick<Budget, 'categoryId'>,
): Promise<Refusal | undefined> {
  if (!categoryId) return undefined
  const category = await trx
    .selectFrom('categories')
    .select(['kind', 'merged_into'])
    .where('ledger_id', '=', scope.ledgerId)
    .where('id', '=', categoryId)
    .executeTakeFirst()
  const pointer = '/categoryId'
  if (!category) return { kind: 'unknown-category', pointer }
  if (category.kind !== 'expense') return { kind: 'category-kind', pointer }
  return category.merged_into === null ? undefined : { kind: 'category-merged', pointer }
}

/** Only from where they differ: what was in force before stays as it is. */
async function replaceLimits(
  trx: Transaction<LedgerTables>,
  scope: LedgerScope,
  { id, limits }: Budget,
  wanted: readonly Limit[],
): Promise<void> {
  const known = limits.map(writtenLimit)
  const place = wanted.findIndex((one, n) => writtenLimit(one) !== known[n])
  const kept = place < 0 ? wanted.length : place
  const gone = limits.slice(kept).map(({ effectiveFrom }) => effectiveFrom)
  for (const table of gone.length > 0 ? (['budget_limits', 'limit_rules'] as const) : []) {
    await trx
      .deleteFrom(table)
      .where('ledger_id', '=', scope.ledgerId)
      .where('budget_id', '=', id)
      .where('effective_from', 'in', gone)
      .execute()
  }
  await insertRows(trx, 'budget_limits', limitRows(scope, id, wanted.slice(kept)))
  await insertRows(trx, 'limit_rules', limitRuleRows(scope, id, wanted.slice(kept)))
}
