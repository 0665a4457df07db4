import type { NewTransaction } from '../api/transactions.ts'
import { type Day, toNumber } from '../domain/day.ts'
import { formatAmount, type Minor } from '../domain/money.ts'
import { presetsFor } from '../domain/presets.ts'
import { uuid5 } from '../domain/uuid5.ts'
import type { AccountKey, SampleEntry } from './entry.ts'
import { beginning, household } from './household.ts'
import { limitsOn } from './limits.ts'
import { openings } from './purses.ts'
import { type OwnCategory, ownCategories, wordsFor } from './words.ts'

/** The household as a ledger takes it, in the shapes of the API. Every id follows from the ledger's: filling it twice is once. */
export interface InLedger {
  readonly name: string
  readonly accounts: readonly (Row & { readonly body: AccountBody; readonly isFirst: boolean })[]
  readonly categories: readonly (Row & { readonly body: CategoryBody })[]
  readonly limits: readonly (Row & { readonly body: { readonly amount: string; readonly categoryId?: string } })[]
  readonly entries: readonly (Row & { readonly body: NewTransaction })[]
}

interface Row {
  readonly id: string
}

interface AccountBody {
  readonly name: string
  readonly kind: 'cash' | 'bank' | 'card' | 'savings'
  readonly currency: string
  readonly opening: { readonly amount: string; readonly day: string }
}

interface CategoryBody {
  readonly name: string
  readonly kind: 'expense' | 'income'
  readonly parentId: string
}

/** The ledger is a new one, made for a person of this locale: its presets are there already. Its currency is the euro. */
export function sampleIn(ledgerId: string, today: Day, locale: string): InLedger {
  const words = wordsFor(locale)
  const idOf = (name: string) => uuid5(ledgerId, name)
  const categoryId = (key: string) => idOf(`category:${key}`)
  const entries = household(today)
  return {
    name: words.ledger,
    accounts: accountKeys.map((key) => ({
      id: idOf(`account:${key}`),
      isFirst: key === 'first',
      body: {
        name: words.accounts[key],
        kind: kinds[key],
        currency: key === 'francs' ? 'CHF' : 'EUR',
        opening: { amount: wire(openings[key]), day: beginning(today) },
      },
    })),
    categories: own.map((key) => ({
      id: categoryId(key),
      body: {
        name: words.categories[key],
        kind: ownCategories[key].kind,
        parentId: categoryId(ownCategories[key].parent),
      },
    })),
    limits: limitsOn(entries, today).map(({ category, amount }) => ({
      id: idOf(`limit:${category ?? 'everything'}`),
      body: { amount: wire(amount), ...(category !== undefined && { categoryId: categoryId(category) }) },
    })),
    entries: numbered(entries).map(({ entry, n }) => ({
      id: entryId(entry.day, n),
      body: bodyOf(entry, (key) => idOf(`account:${key}`), categoryId),
    })),
  }
}

/** Every key that an entry may name: the presets' and the household's own. */
export const categoryKeys: ReadonlySet<string> = new Set([
  ...presetsFor('en').categories.map(({ key }) => key),
  ...Object.keys(ownCategories),
])

const kinds = { first: 'cash', everyday: 'bank', card: 'card', savings: 'savings', francs: 'cash' } as const
const accountKeys = ['first', 'everyday', 'card', 'savings', 'francs'] as const satisfies readonly AccountKey[]
const own = ['own.bakery', 'own.market', 'own.piano'] as const satisfies readonly OwnCategory[]

/** All currencies of the sample have two digits. */
const wire = (amount: Minor): string => formatAmount(amount, { digits: 2 })

/** Each entry with its place in its day. */
function numbered(entries: readonly SampleEntry[]) {
  const counts = new Map<Day, number>()
  return entries.map((entry) => {
    const n = (counts.get(entry.day) ?? 0) + 1
    counts.set(entry.day, n)
    return { entry, n }
  })
}

/** Of version 7, as if it had been made on its day. */
function entryId(day: Day, n: number): string {
  const time = (toNumber(day) * 86_400_000 + n * 60_000).toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${n.toString(16).padStart(12, '0')}`
}

function bodyOf(
  { account, to, toAmount, category, amount, original, splits, tags, ...rest }: SampleEntry,
  accountId: (key: string) => string,
  categoryId: (key: string) => string,
): NewTransaction {
  return {
    ...rest,
    amount: wire(amount),
    accountId: accountId(account),
    ...(to && { toAccountId: accountId(to) }),
    ...(toAmount !== undefined && { toAmount: wire(toAmount) }),
    ...(category !== undefined && { categoryId: categoryId(category) }),
    ...(tags && { tags: [...tags] }),
    ...(original && { original: { amount: wire(original.amount), currency: original.currency } }),
    ...(splits && {
      splits: splits.map((one) => ({ categoryId: categoryId(one.category), amount: wire(one.amount) })),
    }),
  }
}
