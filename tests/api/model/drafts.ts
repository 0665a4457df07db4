import fc from 'fast-check'
import type { NewTransaction } from '../../../functions/api/transactions.ts'
import { type Book, type Category, type Entry, type Kind, money, payeeAs, readAs } from '../../support/model.ts'
import { shift } from '../../support/naive-periods.ts'

/** What is drawn by lot; which account or category it means depends on the book that it is read with. */
export interface Lot {
  readonly kind: Kind
  readonly dayOffset: number
  readonly amount: number
  readonly account: number
  readonly to: number
  readonly toAmount: number
  readonly categories: readonly number[]
  readonly payee: number
  readonly note: string | undefined
  readonly tags: readonly string[]
}

export const lot: fc.Arbitrary<Lot> = fc.record({
  kind: fc.constantFrom('expense', 'expense', 'income', 'transfer', 'refund'),
  dayOffset: fc.oneof({ weight: 3, arbitrary: fc.integer({ min: -40, max: 20 }) }, fc.integer({ min: -400, max: 90 })),
  amount: fc.integer({ min: 5, max: 99_999 }),
  account: fc.nat(9),
  to: fc.nat(9),
  toAmount: fc.integer({ min: 1, max: 99_999 }),
  categories: fc.oneof(
    { weight: 2, arbitrary: fc.array(fc.nat(20), { maxLength: 1 }) },
    fc.array(fc.nat(20), { minLength: 2, maxLength: 4 }),
  ),
  payee: fc.nat(5),
  note: fc.option(fc.constantFrom('lunch', 'with Ravi', 'さくら'), { nil: undefined }),
  tags: fc.uniqueArray(fc.constantFrom('trip', 'work', 'Straße'), { maxLength: 2 }),
})

/** Names that fold to the same payee are not among them: the book compares by the letter. */
export const payees = ['Mill Lane Bakery', 'Café Zoë', '東京の店', 'Market'] as const

export const pickFrom = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)]

/** The entry that this lot means in this book. Transfers need a second account, which the book always has. */
export function entryOf(book: Book, id: string, lot: Lot, old?: Entry): Entry {
  const kept = namedBy(old)
  const account = pickFrom(book.accounts, lot.account)
  const others = book.accounts.filter((one) => one !== account)
  const to = lot.kind === 'transfer' ? pickFrom(others, lot.to) : undefined
  const fitting = book.categories.filter(({ kind }) => kind === (lot.kind === 'income' ? 'income' : 'expense'))
  const chosen = lot.kind === 'transfer' ? [] : lot.categories.map((n) => filedUnder(book, pickFrom(fitting, n), kept))
  const amount = BigInt(lot.amount)
  const isSplit = chosen.length > 1

  return {
    id,
    kind: lot.kind,
    day: shift(book.today, lot.dayOffset),
    amount,
    accountId: account?.id ?? '',
    to: to && { accountId: to.id, amount: to.currency === account?.currency ? amount : BigInt(lot.toAmount) },
    categoryId: isSplit ? undefined : chosen[0],
    splits: isSplit ? shares(amount, chosen.length).map((part, n) => ({ categoryId: chosen[n], amount: part })) : [],
    payee: filedWith(book, payees[lot.payee], old),
    note: lot.note,
    tags: lot.tags,
  }
}

/** What is newly filed under an alias goes where the alias is read; an entry that lay there before may stay. */
function filedUnder(book: Book, category: Category | undefined, kept: ReadonlySet<string>): string | undefined {
  if (!category || kept.has(category.id)) return category?.id
  return readAs(book, category.id)?.id
}

/** The same for a payee: who is said by the name that the entry shows already stays who it was. */
function filedWith(book: Book, name: string | undefined, old: Entry | undefined): string | undefined {
  if (name === undefined) return undefined
  return old?.payee !== undefined && payeeAs(book, old.payee) === name ? old.payee : payeeAs(book, name)
}

function shares(amount: bigint, count: number): bigint[] {
  const part = amount / BigInt(count)
  const parts = Array.from({ length: count }, () => part)
  return [amount - part * BigInt(count - 1), ...parts.slice(1)]
}

/** What somebody would send to have this entry; the payee is called as the lot says, by an alias too. */
export function wireOf(book: Book, entry: Entry, lot: Lot): NewTransaction {
  const payee = payees[lot.payee]
  const currency = (accountId: string) => book.accounts.find(({ id }) => id === accountId)?.currency ?? ''
  const own = currency(entry.accountId)
  const crosses = entry.to !== undefined && currency(entry.to.accountId) !== own
  return {
    kind: entry.kind,
    day: entry.day,
    amount: money(entry.amount, own),
    accountId: entry.accountId,
    ...(entry.to && { toAccountId: entry.to.accountId }),
    ...(entry.to && crosses && { toAmount: money(entry.to.amount, currency(entry.to.accountId)) }),
    ...(entry.categoryId !== undefined && { categoryId: entry.categoryId }),
    ...(entry.splits.length > 0 && {
      splits: entry.splits.map(({ categoryId, amount }) => ({
        ...(categoryId !== undefined && { categoryId }),
        amount: money(amount, own),
      })),
    }),
    ...(payee !== undefined && { payee }),
    ...(entry.note !== undefined && { note: entry.note }),
    ...(entry.tags.length > 0 && { tags: [...entry.tags] }),
  }
}

/** All accounts and categories that an entry names. */
export function namedBy(entry: Entry | undefined): ReadonlySet<string> {
  if (!entry) return new Set()
  const ids = [entry.accountId, entry.to?.accountId, entry.categoryId, ...entry.splits.map((split) => split.categoryId)]
  return new Set(ids.filter((id) => id !== undefined))
}

/** Why the book would not take this entry: what it names newly must not be archived. */
export function objections(book: Book, entry: Entry, old?: Entry): readonly string[] {
  const kept = namedBy(old)
  const isArchived = (list: readonly { id: string; archived: boolean }[]) =>
    list.some(({ id, archived }) => archived && namedBy(entry).has(id) && !kept.has(id))
  return [
    ...(isArchived(book.accounts) ? ['account-archived'] : []),
    ...(isArchived(book.categories) ? ['category-archived'] : []),
  ]
}
