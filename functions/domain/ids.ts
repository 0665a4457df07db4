import { uuid5 } from './uuid5.ts'

declare const noun: unique symbol

type Id<Noun extends string> = string & { readonly [noun]: Noun }

export type UserId = Id<'user'>
export type SessionId = Id<'session'>
export type LedgerId = Id<'ledger'>
export type AccountId = Id<'account'>
export type CategoryId = Id<'category'>
export type PayeeId = Id<'payee'>
export type TransactionId = Id<'transaction'>
export type BudgetId = Id<'budget'>
export type ScheduleId = Id<'schedule'>
export type ReportId = Id<'report'>

export type AnyId =
  | UserId
  | SessionId
  | LedgerId
  | AccountId
  | CategoryId
  | PayeeId
  | TransactionId
  | BudgetId
  | ScheduleId
  | ReportId

/**
 * The one door to an id: `parseId<AccountId>(text)`, absent when the text is no UUID.
 * Lower case only: one id has one spelling, for stores compare ids byte by byte.
 */
export function parseId<Brand extends AnyId>(text: string): Brand | undefined {
  return isUuid(text) ? (text as Brand) : undefined
}

/** The id that a name always has within a ledger, so that making the same thing again finds it. */
export function derivedId<Brand extends AnyId>(ledgerId: LedgerId, name: string): Brand {
  const id = parseId<Brand>(uuid5(ledgerId, name))
  if (!id) throw new TypeError('A derived id is no id.')
  return id
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Any version: callers choose theirs, we make v7 for rows and v5 for what is derived from a ledger. */
export function isUuid(text: string): boolean {
  return uuid.test(text)
}
