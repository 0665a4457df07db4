import type { budgets } from '../../api/budgets.ts'
import type { Ask } from '../../api/route.ts'
import { changeLimit, limitIn } from '../../domain/budget.ts'
import { type Currency, currencyOf } from '../../domain/currency.ts'
import type { Day } from '../../domain/day.ts'
import { type Minor, parseAmount, zero } from '../../domain/money.ts'
import { always, parseRule, periodAt } from '../../domain/period.ts'
import { at, type Refusal } from '../../domain/refusal.ts'
import { ok, type Result, refuse } from '../../domain/result.ts'
import { ruleAt } from '../../domain/rule-history.ts'
import { checkedId } from '../../edge/checked-id.ts'
import type { Budget, BudgetFields } from '../../ports/budgets.ts'
import type { LedgerScope } from '../../ports/scope.ts'

type NewBudget = Ask<typeof budgets.addBudget>['body']
type Patch = Ask<typeof budgets.changeBudget>['body']
type Edited = Omit<Budget, 'id' | 'version'>

export interface Asked {
  readonly fields: BudgetFields
  readonly amount: Minor
}

/** What a body asks for; what it leaves out is the ledger's currency and the rule that it has today. */
export function askedBudget(body: NewBudget, scope: LedgerScope, today: Day): Result<Asked, Refusal> {
  const currency = body.currency === undefined ? ok(scope.currency) : currencyOf(body.currency)
  if (!currency.ok) return refuse(at('/currency', currency.error))
  const amount = limitAmount(body.amount, currency.value)
  if (!amount.ok) return amount
  const rule = body.rule === undefined ? ok(ruleAt(scope.rules, today)) : parseRule(body.rule, scope.firstWeekday)
  if (!rule.ok) return refuse(at('/rule', rule.error))

  const { categoryId, archived = false } = body
  const rest = { currency: currency.value, rule: rule.value, archived }
  return ok({ fields: { ...(categoryId && { categoryId: checkedId(categoryId) }), ...rest }, amount: amount.value })
}

/** The budget replaced by what is asked for: all but its currency and its past. */
export function replaced(before: Budget, { fields, amount }: Asked, today: Day): Result<Edited, Refusal> {
  if (fields.currency.code !== before.currency.code) return refuse({ kind: 'currency-fixed', pointer: '/currency' })
  return ok({ ...fields, limits: changeLimit(before.limits, amount, fields.rule, today) })
}

/** A new rule alone keeps the amount that is in force today. */
export function patched(before: Budget, patch: Patch, scope: LedgerScope, today: Day): Result<Edited, Refusal> {
  const running = limitIn(before.limits, periodAt(always(before.rule), today))
  const amount = patch.amount === undefined ? ok(running) : limitAmount(patch.amount, before.currency)
  if (!amount.ok) return amount
  const rule = patch.rule === undefined ? ok(before.rule) : parseRule(patch.rule, scope.firstWeekday)
  if (!rule.ok) return refuse(at('/rule', rule.error))

  const archived = patch.archived ?? before.archived
  const limits = changeLimit(before.limits, amount.value, rule.value, today)
  return ok({ ...before, rule: rule.value, archived, limits })
}

function limitAmount(text: string, currency: Currency): Result<Minor, Refusal> {
  const amount = parseAmount(text, currency)
  if (!amount.ok) return refuse(at('/amount', amount.error))
  return amount.value > zero ? amount : refuse({ kind: 'amount-not-positive', pointer: '/amount' })
}
