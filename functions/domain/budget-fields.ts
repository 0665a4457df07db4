import { changeLimit, type Limit, limitIn, underRule } from './budget.ts'
import { type Currency, currencyOf } from './currency.ts'
import type { Day } from './day.ts'
import { type BudgetId, type CategoryId, parseId } from './ids.ts'
import { type Minor, parseAmount, zero } from './money.ts'
import { always, parseRule, periodAt, type Rule, type RuleHistory } from './period.ts'
import { at, type Refusal } from './refusal.ts'
import { ok, type Result, refuse } from './result.ts'
import { ruleAt } from './rule-history.ts'

export interface BudgetFields {
  /** Undefined: everything. */
  readonly categoryId?: CategoryId
  readonly currency: Currency
  readonly rule: Rule
  readonly archived: boolean
}

export interface Budget extends BudgetFields {
  readonly id: BudgetId
  readonly version: number
  /** By day, the first one from the beginning of time. Never empty. */
  readonly limits: readonly Limit[]
}

type Edited = Omit<Budget, 'id' | 'version'>

/** A budget as somebody asks for it: texts, not yet looked at. Field names are those of the API. */
interface NewBudget extends Patch {
  readonly categoryId?: string | undefined
  readonly amount: string
  readonly currency?: string | undefined
}

interface Patch {
  readonly amount?: string | undefined
  readonly rule?: string | undefined
  readonly archived?: boolean | undefined
}

/** What the ledger goes by. */
interface Custom {
  readonly currency: Currency
  readonly rules: RuleHistory
  readonly firstWeekday: number
}

export interface Asked {
  readonly fields: BudgetFields
  readonly amount: Minor
}

/** What a body asks for; what it leaves out is the ledger's currency and the rule that it has today. */
export function askedBudget(body: NewBudget, ledger: Custom, today: Day): Result<Asked, Refusal> {
  const currency = body.currency === undefined ? ok(ledger.currency) : currencyOf(body.currency)
  if (!currency.ok) return refuse(at('/currency', currency.error))
  const amount = limitAmount(body.amount, currency.value)
  if (!amount.ok) return amount
  const rule = body.rule === undefined ? ok(ruleAt(ledger.rules, today)) : parseRule(body.rule, ledger.firstWeekday)
  if (!rule.ok) return refuse(at('/rule', rule.error))

  const { categoryId: id, archived = false } = body
  const categoryId = id === undefined ? undefined : parseId<CategoryId>(id)
  if (id !== undefined && !categoryId) return refuse({ kind: 'unknown-category', pointer: '/categoryId' })
  const rest = { currency: currency.value, rule: rule.value, archived }
  return ok({ fields: { ...(categoryId && { categoryId }), ...rest }, amount: amount.value })
}

/** The budget replaced by what is asked for: all but its currency and its past. */
export function replaced(before: Budget, { fields, amount }: Asked, today: Day): Result<Edited, Refusal> {
  if (fields.currency.code !== before.currency.code) return refuse({ kind: 'currency-fixed', pointer: '/currency' })
  const limits = underRule(before.limits, before.rule, fields.rule)
  return ok({ ...fields, limits: changeLimit(limits, amount, fields.rule, today) })
}

/** A new rule alone keeps the amount that is in force today. */
export function patched(before: Budget, patch: Patch, ledger: Custom, today: Day): Result<Edited, Refusal> {
  const running = limitIn(before.limits, periodAt(always(before.rule), today))
  const amount = patch.amount === undefined ? ok(running) : limitAmount(patch.amount, before.currency)
  if (!amount.ok) return amount
  const rule = patch.rule === undefined ? ok(before.rule) : parseRule(patch.rule, ledger.firstWeekday)
  if (!rule.ok) return refuse(at('/rule', rule.error))

  const archived = patch.archived ?? before.archived
  const limits = changeLimit(underRule(before.limits, before.rule, rule.value), amount.value, rule.value, today)
  return ok({ ...before, rule: rule.value, archived, limits })
}

function limitAmount(text: string, currency: Currency): Result<Minor, Refusal> {
  const amount = parseAmount(text, currency)
  if (!amount.ok) return refuse(at('/amount', amount.error))
  return amount.value > zero ? amount : refuse({ kind: 'amount-not-positive', pointer: '/amount' })
}
