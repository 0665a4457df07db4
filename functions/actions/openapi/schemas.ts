import { toJsonSchema, toJsonSchemaDefs } from '@valibot/to-json-schema'
import { AccountView } from '../../api/accounts.ts'
import { BudgetView } from '../../api/budgets.ts'
import { CategoryView } from '../../api/categories.ts'
import { InsightsView } from '../../api/insights.ts'
import { LedgerView } from '../../api/ledgers.ts'
import { PayeeView } from '../../api/payees.ts'
import type { Route } from '../../api/route.ts'
import { SessionView } from '../../api/sessions.ts'
import {
  AmountText,
  CurrencyText,
  DayText,
  FaultView,
  Id,
  Instant,
  Name,
  PeriodView,
  ProblemView,
  RuleText,
  SignedText,
  Version,
} from '../../api/shapes.ts'
import { BatchChange, NewTransaction, TransactionPatch, TransactionView } from '../../api/transactions.ts'
import { AdmissionView, LedgerHeadView, UserView } from '../../api/users.ts'

/** An object of the document or a schema in it. */
export type Json = { readonly [keyword: string]: unknown }
export type Shape = NonNullable<Route['body']>

/** Shapes that have a name of their own in the document. */
const definitions = {
  Account: AccountView,
  Admission: AdmissionView,
  Amount: AmountText,
  BatchChange,
  Budget: BudgetView,
  Category: CategoryView,
  Currency: CurrencyText,
  Day: DayText,
  Fault: FaultView,
  Id,
  Insights: InsightsView,
  Instant,
  Ledger: LedgerView,
  LedgerHead: LedgerHeadView,
  Name,
  NewTransaction,
  Payee: PayeeView,
  Period: PeriodView,
  Problem: ProblemView,
  Rule: RuleText,
  Session: SessionView,
  SignedAmount: SignedText,
  Transaction: TransactionView,
  TransactionPatch,
  User: UserView,
  Version,
}

const config = {
  target: 'draft-2020-12',
  definitions,
  overrideRef: ({ referenceId }: { readonly referenceId: string }) => `#/components/schemas/${referenceId}`,
} as const

export const namedSchemas = (): Json => ({ ...toJsonSchemaDefs(definitions, config) })

/** A shape as JSON Schema; named shapes in it are references. */
export function schemaOf(shape: Shape): Json {
  const { $schema, $defs, ...schema } = toJsonSchema(shape, config)
  return schema
}

/** The fields of an object shape, even of a named one. */
export function fieldsOf(shape: Shape): { readonly [name: string]: { schema: Json; required: boolean } } {
  const { properties = {}, required = [] } = toJsonSchema(shape, { ...config, definitions: rest(shape) })
  return Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [
      name,
      { schema: Object(schema), required: required.includes(name) },
    ]),
  )
}

const rest = (shape: Shape) => Object.fromEntries(Object.entries(definitions).filter(([, known]) => known !== shape))
