import { toJsonSchemaDefs } from '@valibot/to-json-schema'
import { AccountView } from '../../api/accounts.ts'
import { BudgetView } from '../../api/budgets.ts'
import { CategoryView } from '../../api/categories.ts'
import { InsightsView } from '../../api/insights.ts'
import { LedgerView } from '../../api/ledgers.ts'
import { MailToken, MailView } from '../../api/mail.ts'
import { PayeeView } from '../../api/payees.ts'
import { ReportView, ScheduleKind, ScheduleView } from '../../api/reports.ts'
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
  Mail: MailView,
  MailToken,
  Name,
  NewTransaction,
  Payee: PayeeView,
  Period: PeriodView,
  Problem: ProblemView,
  Report: ReportView,
  Rule: RuleText,
  Schedule: ScheduleView,
  ScheduleKind,
  Session: SessionView,
  SignedAmount: SignedText,
  Transaction: TransactionView,
  TransactionPatch,
  User: UserView,
  Version,
}

/** The shapes of some routes as JSON Schema; named shapes are references to `named`. */
export interface Schemas {
  readonly named: Json
  schemaOf(shape: Shape): Json
  /** The fields of an object shape, even of a named one. */
  fieldsOf(shape: Shape): { readonly [name: string]: { readonly schema: Json; readonly required: boolean } }
}

/** All are converted in one go, for each go converts every named shape again. */
export function schemasOf(routes: readonly Route[]): Schemas {
  const names = new Map<unknown, string>(Object.entries(definitions).map(([name, shape]) => [shape, name]))
  const nameless = [...new Set(routes.flatMap(shapesOf))].filter((shape) => !names.has(shape))
  const others = new Map<unknown, string>(nameless.map((shape, i) => [shape, `other ${i}`]))

  const shapes = { ...definitions, ...Object.fromEntries(nameless.map((shape, i) => [`other ${i}`, shape])) }
  const converted: Json = { ...toJsonSchemaDefs(shapes, config) }
  const written = (shape: Shape): Json => Object(converted[names.get(shape) ?? others.get(shape) ?? ''])
  return {
    named: Object.fromEntries(Object.keys(definitions).map((name) => [name, converted[name]])),
    schemaOf: (shape) => (names.has(shape) ? { $ref: refTo(names.get(shape)) } : written(shape)),
    fieldsOf: (shape) => fieldsIn(written(shape)),
  }
}

const refTo = (name: string | undefined) => `#/components/schemas/${name}`

const config = {
  target: 'draft-2020-12',
  overrideRef: ({ referenceId }: { readonly referenceId: string }) => refTo(referenceId),
} as const

function shapesOf({ body, query, params = {}, answers }: Route): Shape[] {
  return [body, query, ...Object.values(params), ...Object.values(answers)].filter((shape) => typeof shape === 'object')
}

function fieldsIn({ properties, required }: Json): ReturnType<Schemas['fieldsOf']> {
  const needed: readonly unknown[] = Array.isArray(required) ? required : []
  const fields = Object.entries(Object(properties))
  return Object.fromEntries(
    fields.map(([name, schema]) => [name, { schema: Object(schema), required: needed.includes(name) }]),
  )
}
