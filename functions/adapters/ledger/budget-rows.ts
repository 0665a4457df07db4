import type { Kysely, Selectable } from 'kysely'
import type { Limit } from '../../domain/budget.ts'
import type { Day } from '../../domain/day.ts'
import type { BudgetId, CategoryId } from '../../domain/ids.ts'
import { fromStore } from '../../domain/money.ts'
import { formatRule } from '../../domain/period.ts'
import type { Budget, BudgetFields } from '../../ports/budgets.ts'
import type { Instant } from '../../ports/clock.ts'
import type { LedgerScope } from '../../ports/scope.ts'
import { rowsOf } from '../sql/piece.ts'
import { ruleFrom } from './head.ts'
import { currencyFrom } from './rows.ts'
import type { BudgetLimitsTable, BudgetsTable, LedgerTables } from './schema.ts'

/** All of the ledger's in the order in which they were made, or only that of an id: one statement. */
export async function storedBudgets(
  db: Kysely<LedgerTables>,
  scope: LedgerScope,
  id?: BudgetId,
): Promise<readonly Budget[]> {
  return (await datedBudgets(db, scope, id)).map(({ budget }) => budget)
}

/** The same, each with when it was made. */
export async function datedBudgets(
  db: Kysely<LedgerTables>,
  { ledgerId }: LedgerScope,
  id?: BudgetId,
): Promise<readonly { readonly budget: Budget; readonly createdMs: Instant }[]> {
  const rows = await rowsOf<BudgetRow>(
    db,
    id ? { text: ofId, values: [ledgerId, id] } : { text: ofAll, values: [ledgerId] },
  )

  const dated = new Map<string, { readonly budget: Budget; readonly createdMs: Instant }>()
  for (const row of rows) {
    const limit: Limit = {
      effectiveFrom: row.effective_from as Day,
      amount: fromStore(row.amount),
      ...(row.limit_rule !== null && { rule: ruleFrom(row.limit_rule) }),
    }
    const limits = [...(dated.get(row.id)?.budget.limits ?? []), limit]
    dated.set(row.id, { budget: { ...fromRow(row), limits }, createdMs: Number(row.created_ms) })
  }
  return [...dated.values()]
}

const textFor = (more: string) => `select b.id, b.version, b.category_id, b.currency, b.digits, b.rule, b.archived,
    b.created_ms, l.effective_from, l.amount, r.rule as limit_rule
  from budgets b join budget_limits l on l.ledger_id = b.ledger_id and l.budget_id = b.id
  left join limit_rules r on r.ledger_id = l.ledger_id and r.budget_id = l.budget_id and r.effective_from = l.effective_from
  where b.ledger_id = ? ${more} order by b.created_ms, b.id, l.effective_from`
const ofAll = textFor('')
const ofId = textFor('and b.id = ?')

type BudgetRow = Selectable<BudgetsTable> & Selectable<BudgetLimitsTable> & { readonly limit_rule: string | null }

function fromRow(row: BudgetRow): Omit<Budget, 'limits'> {
  return {
    id: row.id as BudgetId,
    version: Number(row.version),
    ...(row.category_id !== null && { categoryId: row.category_id as CategoryId }),
    currency: currencyFrom(row.currency, row.digits),
    rule: ruleFrom(row.rule),
    archived: Number(row.archived) === 1,
  }
}

export function toRow({ id, version, categoryId, currency, rule, archived }: Budget) {
  return {
    id,
    version,
    category_id: categoryId ?? null,
    currency: currency.code,
    digits: currency.digits,
    rule: formatRule(rule),
    archived: archived ? (1 as const) : (0 as const),
  }
}

export function limitRows({ ledgerId }: LedgerScope, id: BudgetId, limits: readonly Limit[]) {
  return limits.map(({ effectiveFrom, amount }) => ({
    ledger_id: ledgerId,
    budget_id: id,
    effective_from: effectiveFrom,
    amount,
  }))
}

/** Of those that went by another rule than the budget goes by now. */
export function limitRuleRows({ ledgerId }: LedgerScope, id: BudgetId, limits: readonly Limit[]) {
  return limits.flatMap(({ effectiveFrom, rule }) =>
    rule ? [{ ledger_id: ledgerId, budget_id: id, effective_from: effectiveFrom, rule: formatRule(rule) }] : [],
  )
}

const written = ({ categoryId, currency, rule, archived }: BudgetFields) =>
  [categoryId, currency.code, formatRule(rule), archived].join('\n')

export const writtenLimit = ({ effectiveFrom, amount, rule }: Limit): string =>
  `${effectiveFrom} ${amount} ${rule ? formatRule(rule) : ''}`

const writtenLimits = (limits: readonly Limit[]) => limits.map(writtenLimit).join('\n')

export function isSame(a: Budget, b: Budget): boolean {
  return written(a) === written(b) && writtenLimits(a.limits) === writtenLimits(b.limits)
}

/** Asked for again: a limit that was changed since began with the same amount. */
export function isAlike(known: Budget, asked: Budget): boolean {
  return written(known) === written(asked) && known.limits[0]?.amount === asked.limits[0]?.amount
}
