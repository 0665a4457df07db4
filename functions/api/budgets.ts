import * as v from 'valibot'
import { feature, route } from './route.ts'
import {
  AmountText,
  CurrencyText,
  DayText,
  Flag,
  Id,
  PeriodView,
  RuleText,
  SignedText,
  SumText,
  Version,
} from './shapes.ts'

export const BudgetView = v.strictObject({
  id: Id,
  version: Version,
  /** Left out: a limit for everything. A category counts with its children and aliases. */
  categoryId: v.optional(Id),
  /** The limit in force in `period`. */
  amount: AmountText,
  currency: CurrencyText,
  rule: RuleText,
  archived: v.boolean(),
  period: PeriodView,
  /** Expenses less refunds in the period, in the budget's currency. */
  spent: SumText,
  /** The limit less what is spent; negative beyond the limit. */
  left: SumText,
  /** What would be spent by today at an even pace. */
  pace: SignedText,
  /** Other currencies in which money was spent and which this limit does not count. */
  notCounted: v.array(CurrencyText),
})
export type BudgetView = v.InferOutput<typeof BudgetView>

const NewBudget = v.strictObject({
  categoryId: v.optional(Id),
  amount: AmountText,
  /** Left out: the ledger's. */
  currency: v.optional(CurrencyText),
  /** Left out: the ledger's rule. */
  rule: v.optional(RuleText),
  archived: v.optional(v.boolean()),
})
const refusals = [
  'unknown-category',
  'category-kind',
  'category-merged',
  'bad-currency',
  'bad-amount',
  'amount-not-positive',
  'amount-too-large',
  'bad-rule',
] as const
const example = { amount: '400.00', currency: 'EUR', rule: 'month' }

export const budgets = feature({
  listBudgets: route({
    method: 'GET',
    path: '/v1/ledgers/{ledger}/budgets',
    who: 'viewer',
    summary: 'All limits with what is spent, left and due by now, in the period that holds a day (default today)',
    query: v.strictObject({ on: v.optional(DayText), archived: v.optional(Flag) }),
    answers: { 200: v.strictObject({ items: v.array(BudgetView) }) },
    refusals: ['bad-day'],
  }),
  addBudget: route({
    method: 'POST',
    path: '/v1/ledgers/{ledger}/budgets',
    who: 'editor',
    summary: 'Set a limit for everything or for a category with its children',
    headers: ['idempotency-key'],
    body: NewBudget,
    answers: { 201: BudgetView, 200: BudgetView },
    refusals: [...refusals, 'precondition-required'],
    example,
  }),
  getBudget: route({
    method: 'GET',
    path: '/v1/ledgers/{ledger}/budgets/{id}',
    who: 'viewer',
    summary: 'One limit',
    query: v.strictObject({ on: v.optional(DayText) }),
    answers: { 200: BudgetView },
    refusals: ['bad-day'],
  }),
  putBudget: route({
    method: 'PUT',
    path: '/v1/ledgers/{ledger}/budgets/{id}',
    who: 'editor',
    summary: 'Set a limit under an id of your own, or with If-Match replace it',
    headers: ['if-match'],
    body: NewBudget,
    answers: { 201: BudgetView, 200: BudgetView },
    refusals: [...refusals, 'currency-fixed', 'version-mismatch', 'precondition-required'],
    example,
  }),
  changeBudget: route({
    method: 'PATCH',
    path: '/v1/ledgers/{ledger}/budgets/{id}',
    who: 'editor',
    summary: 'Change a limit from the running period on; the past keeps the limit that it had',
    headers: ['if-match'],
    body: v.strictObject({
      amount: v.optional(AmountText),
      rule: v.optional(RuleText),
      archived: v.optional(v.boolean()),
    }),
    answers: { 200: BudgetView },
    refusals: ['bad-amount', 'amount-not-positive', 'amount-too-large', 'bad-rule', 'version-mismatch'],
    example: { amount: '450.00' },
  }),
  removeBudget: route({
    method: 'DELETE',
    path: '/v1/ledgers/{ledger}/budgets/{id}',
    who: 'editor',
    summary: 'Drop a limit and its history; twice is the same as once',
    headers: ['if-match'],
    answers: { 204: 'empty' },
    refusals: ['version-mismatch'],
  }),
})
