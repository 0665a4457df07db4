import type { Currency } from '../domain/currency.ts'
import type { Day } from '../domain/day.ts'
import type { AccountId, CategoryId, LedgerId, UserId } from '../domain/ids.ts'
import type { IfVersion } from '../domain/if-version.ts'
import type { RuleHistory } from '../domain/period.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { Result } from '../domain/result.ts'
import type { Role } from '../domain/role.ts'
import type { CategoryKind } from '../domain/transaction.ts'
import type { Instant } from './clock.ts'
import type { LedgerHead, LedgerScope, PersonScope } from './scope.ts'

/** What the door query finds: the person's standing and, when there is a membership, the ledger. */
export interface Entrance {
  readonly validFromMs: Instant
  readonly active: boolean
  readonly membership?: { readonly role: Role; readonly ledger: LedgerHead }
}

export interface Provision {
  readonly userId: UserId
  readonly ledgerId: LedgerId
  readonly name: string
  readonly currency: Currency
  readonly timeZone: string
  readonly firstWeekday: number
  readonly today: Day
  readonly account: { readonly id: AccountId; readonly name: string }
  readonly categories: readonly PresetCategory[]
}

export interface PresetCategory {
  readonly id: CategoryId
  readonly kind: CategoryKind
  readonly name: string
  readonly parentId?: CategoryId
  /** Its key among the presets, by which its name may be translated later. */
  readonly preset?: string
}

export interface LedgerSettings {
  readonly name: string
  readonly timeZone: string
  readonly firstWeekday: number
  readonly rules: RuleHistory
}

/** Ledgers as such: who may enter, and how a ledger is set up. */
export interface Ledgers {
  /** One statement: principal, membership, ledger and rules together. Undefined for a person who is not known. */
  enter(userId: UserId, ledger: LedgerId | 'default'): Promise<Entrance | undefined>
  /** One statement: only the person's standing. */
  standing(userId: UserId): Promise<Omit<Entrance, 'membership'> | undefined>
  list(scope: PersonScope): Promise<readonly { readonly role: Role; readonly ledger: LedgerHead }[]>
  /** Makes what is not there yet; every id comes from the caller, so that a repeat finds all of it. */
  provision(provision: Provision, now: Instant): Promise<void>
  /** Undefined when `ifRevision` is given and not the ledger's any more. */
  change(scope: LedgerScope, settings: LedgerSettings, ifRevision?: IfVersion): Promise<Result<LedgerHead, Refusal>>
}
