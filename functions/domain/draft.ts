import type { TransactionKind } from './transaction.ts'

/** An entry as somebody asks for it: texts, not yet looked at. Field names are those of the API. */
export interface Draft {
  readonly kind: TransactionKind
  readonly day: string
  readonly amount: string
  /** May only repeat the account's. */
  readonly currency?: string | undefined
  /** Left out: the ledger's first account that is not archived. */
  readonly accountId?: string | undefined
  readonly toAccountId?: string | undefined
  /** Needed when the two accounts differ in currency. */
  readonly toAmount?: string | undefined
  /** Of an entry that is changed, what its `toAmount` is in: in no other currency does that stand. */
  readonly toCurrency?: string | undefined
  readonly categoryId?: string | undefined
  readonly payee?: string | undefined
  readonly note?: string | undefined
  readonly tags?: readonly string[] | undefined
  readonly original?: { readonly amount: string; readonly currency: string } | undefined
  readonly splits?: readonly DraftSplit[] | undefined
}

export interface DraftSplit {
  readonly categoryId?: string | undefined
  readonly amount: string
  readonly note?: string | undefined
}

/** A merge patch (RFC 7396) of an entry: null clears a field, a missing one stays. Lists are replaced whole. */
export type DraftPatch = { readonly [K in keyof Draft]?: Draft[K] | null | undefined }

/**
 * The draft after the patch; a field cleared is a field left out. An amount that the patch does not say stays in the currency
 * that it was said in.
 */
export function patched({ currency, toCurrency, ...draft }: Draft, patch: DraftPatch): Draft {
  const kept = {
    ...draft,
    ...(patch.amount === undefined && { currency }),
    ...(patch.toAmount === undefined && { toCurrency }),
  }
  const merged = Object.entries({ ...kept, ...patch }).filter(([, value]) => value !== null && value !== undefined)
  return Object.fromEntries(merged) as unknown as Draft
}
