import type { Day } from '../domain/day.ts'
import type { Draft, DraftPatch } from '../domain/draft.ts'
import type { AccountId, CategoryId, PayeeId, TransactionId, UserId } from '../domain/ids.ts'
import type { IfVersion } from '../domain/if-version.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { Result } from '../domain/result.ts'
import type { Transaction, TransactionKind } from '../domain/transaction.ts'
import type { Instant } from './clock.ts'
import type { LedgerScope } from './scope.ts'

/** One step through the write door. `bodyHash` is of the canonical body a row is made from: it tells a retry from a clash. */
export type Change =
  | { readonly do: 'create'; readonly id: TransactionId; readonly draft: Draft; readonly bodyHash: string }
  | {
      readonly do: 'replace'
      readonly id: TransactionId
      readonly ifVersion?: IfVersion
      readonly draft: Draft
    }
  | {
      readonly do: 'patch'
      readonly id: TransactionId
      readonly ifVersion?: IfVersion
      readonly patch: DraftPatch
    }
  | { readonly do: 'delete'; readonly id: TransactionId; readonly ifVersion?: IfVersion }
  | { readonly do: 'restore'; readonly id: TransactionId }

export type Outcome = 'created' | 'same' | 'replaced' | 'patched' | 'deleted' | 'already-deleted' | 'restored'

export interface Applied {
  readonly id: TransactionId
  readonly outcome: Outcome
  /** The entry as it is now; absent when it was deleted. */
  readonly entry?: Transaction
}

/** A refusal, with which of the changes it is about. */
export type ChangeRefusal = Refusal & { readonly change: number }

export interface Filter {
  readonly from?: Day
  readonly to?: Day
  readonly accountId?: AccountId
  /** Resolved by the adapter: the category, its children and all their aliases. */
  readonly categoryId?: CategoryId | 'none'
  readonly payeeId?: PayeeId
  readonly kind?: TransactionKind
  readonly tag?: string
  readonly text?: string
  /** Bounds as texts: how many minor units they are depends on each row's currency. */
  readonly min?: string
  readonly max?: string
  readonly currency?: string
}

/** The last row of the page before; order is (day, id), descending. */
export interface After {
  readonly day: Day
  readonly id: TransactionId
}

/** A part of a list: at most so many entries; short, or even empty, where much was looked at to find little. */
export interface Slice {
  readonly entries: readonly Transaction[]
  /** Where to go on; absent at the end. */
  readonly next?: After
}

export interface Trashed {
  readonly entry: Transaction
  readonly deletedMs: Instant
  readonly deletedBy: UserId
}

/** Entries. All writing goes through one door, so that totals are never anything but the sum of what exists. */
export interface Transactions {
  /** All changes in order and in one transaction, or none. At most 500. Ids may not repeat. */
  apply(
    scope: LedgerScope,
    changes: readonly Change[],
    now: Instant,
  ): Promise<Result<readonly Applied[], ChangeRefusal>>
  find(scope: LedgerScope, id: TransactionId): Promise<Transaction | 'trashed' | undefined>
  list(scope: LedgerScope, filter: Filter, after: After | undefined, limit: number): Promise<Slice>
  /** The latest deleted first. */
  trash(
    scope: LedgerScope,
    after: { readonly deletedMs: Instant; readonly id: TransactionId } | undefined,
    limit: number,
  ): Promise<readonly Trashed[]>
  /** Forgets what has lain in the trash since before this instant, in any ledger; returns how many rows. */
  purge(beforeMs: Instant, limit: number): Promise<number>
}
