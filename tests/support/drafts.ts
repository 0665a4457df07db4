import fc from 'fast-check'
import { type Draft, patched } from '../../functions/domain/draft.ts'
import { fold } from '../../functions/domain/fold.ts'
import type { AccountId, CategoryId, PayeeId, TransactionId } from '../../functions/domain/ids.ts'
import { type Book, type BookAccount, type BookCategory, settle } from '../../functions/domain/settle.ts'
import type { Transaction } from '../../functions/domain/transaction.ts'

// Drafts that are right in a ledger of three accounts and some categories, for properties about what comes of them.

/** Where drafts may put things: by name, for every ledger has ids of its own. */
export interface Places {
  readonly euros: readonly [string, string]
  readonly yen: string
  readonly spending: readonly string[]
  readonly earning: readonly string[]
}

export const paper: Places = { euros: ['wallet', 'bank'], yen: 'tokyo', spending: ['food', 'bread'], earning: ['pay'] }

const cents = fc.integer({ min: 1, max: 100_000_00 })
const inEuros = (amount: number) => `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`

const someDay = fc
  .integer({ min: Date.UTC(2025, 10, 1), max: Date.UTC(2026, 11, 31) })
  .map((instant) => new Date(instant).toISOString().slice(0, 10))

const words = {
  payee: fc.constantFrom(undefined, 'Mill Lane Bakery', 'mill lane bakery', 'Asha’s', '東京駅'),
  note: fc.constantFrom(undefined, 'lunch', 'two loaves of bread', 'パン屋'),
  tags: fc.constantFrom(undefined, [], ['home'], ['home', 'Trip']),
}

/** An expense, income, transfer or refund, split or not, in euros or yen. */
export function anyDraft({ euros, yen, spending, earning }: Places): fc.Arbitrary<Draft> {
  const sorted = (categories: readonly string[]) =>
    fc.oneof(
      fc.record({ categoryId: fc.constantFrom(undefined, ...categories), parts: fc.constant<number[]>([]) }),
      fc.record({ categoryId: fc.constant(undefined), parts: fc.array(cents, { minLength: 1, maxLength: 4 }) }),
    )
  const single = (kind: 'expense' | 'income' | 'refund', categories: readonly string[]) =>
    fc
      .record({
        day: someDay,
        cents,
        currency: fc.constantFrom('EUR', 'JPY'),
        account: fc.constantFrom(...euros),
        sorted: sorted(categories),
        category: fc.array(fc.constantFrom(undefined, ...categories), { minLength: 4, maxLength: 4 }),
        ...words,
      })
      .map((asked): Draft => {
        const text = asked.currency === 'JPY' ? String : inEuros
        const { categoryId, parts } = asked.sorted
        const whole = parts.length > 0 ? parts.reduce((a, b) => a + b, 0) : asked.cents
        const splits = parts.map((part, n) => ({ amount: text(part), categoryId: asked.category[n] }))
        const accountId = asked.currency === 'JPY' ? yen : asked.account
        const { day, payee, note, tags } = asked
        return { kind, day, amount: text(whole), accountId, categoryId, splits, payee, note, tags }
      })
  const transfer = fc
    .record({ day: someDay, cents, abroad: fc.boolean(), yen: fc.integer({ min: 1, max: 1_000_000 }), ...words })
    .map(({ day, cents, abroad, yen: arriving, payee, note, tags }): Draft => {
      const to = abroad ? { toAccountId: yen, toAmount: String(arriving) } : { toAccountId: euros[1] }
      return { kind: 'transfer', day, amount: inEuros(cents), accountId: euros[0], ...to, payee, note, tags }
    })
  return fc.oneof(single('expense', spending), single('income', earning), single('refund', spending), transfer)
}

const eur = { code: 'EUR', digits: 2 }
const account = (id: string, currency: BookAccount['currency'], archived = false): BookAccount => ({
  id: id as AccountId,
  currency,
  archived,
})
const category = (id: string, kind: BookCategory['kind'], more: Partial<BookCategory> = {}): BookCategory => ({
  id: id as CategoryId,
  kind,
  archived: false,
  ...more,
})

/** A ledger on paper: the wallet is what is used when no account is named, and a payee's id is its folded name. */
export const paperBook: Book = {
  account: (id = 'wallet') => accounts.find((one) => one.id === id),
  category: (id) => categories.find((one) => one.id === id),
  payee: (name) => ({ id: fold(name) as PayeeId, name }),
}

const accounts = [
  account('wallet', eur),
  account('bank', eur),
  account('tokyo', { code: 'JPY', digits: 0 }),
  account('york', { code: 'USD', digits: 2 }),
  account('closed', eur, true),
]

const categories = [
  category('food', 'expense'),
  category('bread', 'expense'),
  category('pay', 'income'),
  category('old', 'expense', { archived: true }),
  category('baker', 'expense', { mergedInto: 'bread' as CategoryId }),
]

export const anyEntry: fc.Arbitrary<Transaction> = fc.tuple(anyDraft(paper), fc.uuid()).map(([draft, id]) => {
  const entry = settle(patched(draft, {}), id as TransactionId, 1, paperBook)
  if (!entry.ok) throw new Error(`A right draft was refused: ${JSON.stringify(entry.error)}`)
  return entry.value
})
