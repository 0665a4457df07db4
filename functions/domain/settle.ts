import { type Currency, currencyOf } from './currency.ts'
import { parseDay } from './day.ts'
import type { Draft, DraftSplit } from './draft.ts'
import type { AccountId, CategoryId, PayeeId, TransactionId } from './ids.ts'
import { type Minor, parseAmount, sum, zero } from './money.ts'
import { at, type Refusal } from './refusal.ts'
import { ok, type Result, refuse } from './result.ts'
import { type CategoryKind, categoryKindOf, type Split, type Transaction } from './transaction.ts'

/** What an entry can lean on: the ledger's rows as they stand while its lock is held. */
export interface Book {
  /** Undefined asks for the account that is used when none is named. */
  account(id: string | undefined): BookAccount | undefined
  category(id: string): BookCategory | undefined
  /** The payee of that name, aliases followed; made when it is new. */
  payee(name: string): { readonly id: PayeeId; readonly name: string }
}

export interface BookAccount {
  readonly id: AccountId
  readonly currency: Currency
  readonly archived: boolean
}

export interface BookCategory {
  readonly id: CategoryId
  readonly kind: CategoryKind
  readonly archived: boolean
  /** Set on an alias: where what is newly filed under it goes. */
  readonly mergedInto?: CategoryId
}

/** References that the entry held before: what was archived since may stay where it was. */
export type Kept = ReadonlySet<string>

/**
 * Turns what was asked into an entry, or says why not: the one place that knows which fields go together.
 * The same draft against the same book gives the same entry.
 */
export function settle(
  draft: Draft,
  id: TransactionId,
  version: number,
  book: Book,
  kept: Kept = new Set(),
): Result<Transaction, Refusal> {
  const day = parseDay(draft.day)
  if (!day.ok) return refuse(at('/day', day.error))

  const account = usableAccount(draft.accountId, '/accountId', book, kept)
  if (!account.ok) return account
  const { currency } = account.value
  if (draft.currency !== undefined && draft.currency !== currency.code)
    return refuse({ kind: 'currency-mismatch', pointer: '/currency' })

  const amount = positive(draft.amount, currency, '/amount')
  if (!amount.ok) return amount

  const to = arrival(draft, account.value, amount.value, book, kept)
  if (!to.ok) return to
  const sorted = sortedInto(draft, amount.value, currency, book, kept)
  if (!sorted.ok) return sorted
  const original = paidAbroad(draft)
  if (!original.ok) return original

  return ok({
    id,
    version,
    kind: draft.kind,
    day: day.value,
    amount: amount.value,
    currency,
    accountId: account.value.id,
    tags: [...new Set(draft.tags ?? [])],
    ...sorted.value,
    ...(to.value && { to: to.value }),
    ...(draft.payee !== undefined && { payee: book.payee(draft.payee) }),
    ...(draft.note !== undefined && { note: draft.note }),
    ...(original.value && { original: original.value }),
  })
}

/** The draft that would make this entry again; the way back from an entry to what a patch is laid over. */
export function draftOf(entry: Transaction, format: (amount: Minor, currency: Currency) => string): Draft {
  return {
    kind: entry.kind,
    day: entry.day,
    amount: format(entry.amount, entry.currency),
    currency: entry.currency.code,
    accountId: entry.accountId,
    toAccountId: entry.to?.accountId,
    // equal currencies need no second amount, and a patch of the first must not contradict it
    ...(entry.to &&
      entry.to.currency.code !== entry.currency.code && {
        toAmount: format(entry.to.amount, entry.to.currency),
        toCurrency: entry.to.currency.code,
      }),
    categoryId: entry.categoryId,
    payee: entry.payee?.name,
    note: entry.note,
    tags: entry.tags,
    original: entry.original && {
      amount: format(entry.original.amount, entry.original.currency),
      currency: entry.original.currency.code,
    },
    splits: entry.splits.map((split) => ({ ...split, amount: format(split.amount, entry.currency) })),
  }
}

function usableAccount(id: string | undefined, pointer: string, book: Book, kept: Kept): Result<BookAccount, Refusal> {
  const account = book.account(id)
  if (!account) return refuse({ kind: 'unknown-account', pointer })
  if (account.archived && !kept.has(account.id)) return refuse({ kind: 'account-archived', pointer })
  return ok(account)
}

function positive(text: string, currency: Currency, pointer: string): Result<Minor, Refusal> {
  const amount = parseAmount(text, currency)
  if (!amount.ok) return refuse(at(pointer, amount.error))
  return amount.value > zero ? amount : refuse({ kind: 'amount-not-positive', pointer })
}

function arrival(
  draft: Draft,
  from: BookAccount,
  amount: Minor,
  book: Book,
  kept: Kept,
): Result<Transaction['to'] | undefined, Refusal> {
  if (draft.kind !== 'transfer') {
    if (draft.toAccountId !== undefined) return refuse({ kind: 'field-not-for-kind', pointer: '/toAccountId' })
    if (draft.toAmount !== undefined) return refuse({ kind: 'field-not-for-kind', pointer: '/toAmount' })
    return ok(undefined)
  }
  if (draft.toAccountId === undefined) return refuse({ kind: 'to-account-needed', pointer: '/toAccountId' })
  const to = usableAccount(draft.toAccountId, '/toAccountId', book, kept)
  if (!to.ok) return to
  if (to.value.id === from.id) return refuse({ kind: 'same-account', pointer: '/toAccountId' })

  const { id: accountId, currency } = to.value
  const isAlike = currency.code === from.currency.code
  // what arrived before the change arrives in no other currency, nor where one amount says both
  const isOver = draft.toCurrency !== undefined && (isAlike || draft.toCurrency !== currency.code)
  const toAmount = isOver ? undefined : draft.toAmount
  if (isAlike) {
    // a second one may only repeat it
    if (toAmount === undefined) return ok({ accountId, amount, currency })
    const repeated = positive(toAmount, currency, '/toAmount')
    if (!repeated.ok) return repeated
    if (repeated.value !== amount) return refuse({ kind: 'to-amount-not-wanted', pointer: '/toAmount' })
    return ok({ accountId, amount, currency })
  }
  if (toAmount === undefined) return refuse({ kind: 'to-amount-needed', pointer: '/toAmount' })
  const arriving = positive(toAmount, currency, '/toAmount')
  return arriving.ok ? ok({ accountId, amount: arriving.value, currency }) : arriving
}

type Sorted = Pick<Transaction, 'splits' | 'categoryId'>

function sortedInto(draft: Draft, amount: Minor, currency: Currency, book: Book, kept: Kept): Result<Sorted, Refusal> {
  const splits = draft.splits ?? []
  const wanted = categoryKindOf(draft.kind)
  if (!wanted && draft.categoryId !== undefined) return refuse({ kind: 'field-not-for-kind', pointer: '/categoryId' })
  if (!wanted && splits.length > 0) return refuse({ kind: 'field-not-for-kind', pointer: '/splits' })
  if (!wanted) return ok({ splits: [] })
  if (splits.length > 0 && draft.categoryId !== undefined)
    return refuse({ kind: 'splits-and-category', pointer: '/categoryId' })

  const category = usableCategory(draft.categoryId, '/categoryId', wanted, book, kept)
  if (!category.ok) return category
  const parts: Split[] = []
  for (const [n, split] of splits.entries()) {
    const part = settleSplit(split, `/splits/${n}`, wanted, currency, book, kept)
    if (!part.ok) return part
    parts.push(part.value)
  }
  if (parts.length > 0 && sum(parts.map((part) => part.amount)) !== amount)
    return refuse({ kind: 'splits-do-not-add-up', pointer: '/splits' })

  return ok({ splits: parts, ...(category.value && { categoryId: category.value }) })
}

function settleSplit(
  split: DraftSplit,
  pointer: string,
  wanted: CategoryKind,
  currency: Currency,
  book: Book,
  kept: Kept,
): Result<Split, Refusal> {
  const amount = positive(split.amount, currency, `${pointer}/amount`)
  if (!amount.ok) return amount
  const category = usableCategory(split.categoryId, `${pointer}/categoryId`, wanted, book, kept)
  if (!category.ok) return category
  return ok({
    amount: amount.value,
    ...(category.value && { categoryId: category.value }),
    ...(split.note !== undefined && { note: split.note }),
  })
}

function usableCategory(
  id: string | undefined,
  pointer: string,
  wanted: CategoryKind,
  book: Book,
  kept: Kept,
): Result<CategoryId | undefined, Refusal> {
  if (id === undefined) return ok(undefined)
  const named = book.category(id)
  // an entry that was filed under an alias keeps it, so that undoing the merge brings it back
  const category = named?.mergedInto && !kept.has(id) ? book.category(named.mergedInto) : named
  if (!category) return refuse({ kind: 'unknown-category', pointer })
  if (category.kind !== wanted) return refuse({ kind: 'category-kind', pointer })
  if (category.archived && !kept.has(category.id)) return refuse({ kind: 'category-archived', pointer })
  return ok(category.id)
}

function paidAbroad({ original }: Draft): Result<Transaction['original'] | undefined, Refusal> {
  if (!original) return ok(undefined)
  const currency = currencyOf(original.currency)
  if (!currency.ok) return refuse(at('/original/currency', currency.error))
  const amount = positive(original.amount, currency.value, '/original/amount')
  return amount.ok ? ok({ amount: amount.value, currency: currency.value }) : amount
}
