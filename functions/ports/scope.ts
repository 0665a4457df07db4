import type { Currency } from '../domain/currency.ts'
import type { LedgerId, SessionId, UserId } from '../domain/ids.ts'
import type { RuleHistory } from '../domain/period.ts'
import type { Role } from '../domain/role.ts'

declare const proven: unique symbol

/** A person whose token is good and who has not been shut out of the ledger plane. Made by edge/who.ts alone. */
export interface PersonScope {
  readonly userId: UserId
  readonly [proven]: 'person'
}

/** A token that is ours and has not run out, whatever has become of its session. Made by edge/who.ts alone. */
export interface TokenScope {
  readonly userId: UserId
  readonly sessionId: SessionId
  readonly [proven]: 'token' | 'session'
}

/** A live session of the identity plane. Made by edge/who.ts alone. */
export interface SessionScope {
  readonly userId: UserId
  readonly sessionId: SessionId
  readonly [proven]: 'session'
}

/**
 * One ledger, and the proof that this person may do in it what the route needs. Every query of the ledger plane takes
 * one; there is no value that means all ledgers. Made by edge/who.ts alone, from the one query that proves it.
 */
export interface LedgerScope extends LedgerHead {
  readonly userId: UserId
  readonly role: Role
  readonly [proven]: 'ledger'
}

/** What every request to a ledger needs to know of it; read together with the membership, in one query. */
export interface LedgerHead {
  readonly ledgerId: LedgerId
  readonly name: string
  readonly currency: Currency
  readonly timeZone: string
  /** ISO 8601: 1 is Monday. */
  readonly firstWeekday: number
  readonly rules: RuleHistory
  /** Counts every write to the ledger. */
  readonly revision: number
}
