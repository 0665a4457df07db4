import type { AccountView } from '../../functions/api/accounts.ts'
import type { CategoryView } from '../../functions/api/categories.ts'
import type { LedgerView } from '../../functions/api/ledgers.ts'
import type { ListedPayee } from '../../functions/api/payees.ts'
import { categoryColours } from '../../functions/domain/category-colour.ts'
import { ok, type Result } from '../../functions/domain/result.ts'
import type { Api, Problem } from '../api.ts'

/** What entries refer to: the ledger and its nouns, by which ids get their names. */
export interface Book {
  readonly ledger: LedgerView
  readonly accounts: readonly AccountView[]
  readonly categories: readonly CategoryView[]
  /** The first thousand by name, aliases too, with how the latest entry of each was filed. */
  readonly payees: readonly ListedPayee[]
}

/** The ledger that a person lands in. */
export const here = { ledger: 'default' } as const

export async function readBook(api: Api): Promise<Result<Book, Problem>> {
  const params = here
  const [ledger, accounts, categories, payees] = await Promise.all([
    api.ledgers.getLedger({ params }),
    api.accounts.listAccounts({ params }),
    api.categories.listCategories({ params }),
    api.payees.listPayees({ params, query: { limit: '1000' } }),
  ])
  if (!ledger.ok) return ledger
  if (!accounts.ok) return accounts
  if (!categories.ok) return categories
  if (!payees.ok) return payees
  return ok({
    ledger: ledger.value.body,
    accounts: accounts.value.body.items,
    categories: categories.value.body.items,
    payees: payees.value.body.items,
  })
}

export function accountOf({ accounts }: Book, id: string | undefined): AccountView | undefined {
  return accounts.find((one) => one.id === id)
}

/** An alias is read as what it was merged into. */
export function categoryOf({ categories }: Pick<Book, 'categories'>, id: string | undefined): CategoryView | undefined {
  const named = categories.find((one) => one.id === id)
  return named?.mergedInto ? categories.find((one) => one.id === named.mergedInto) : named
}

/** "Groceries · Bakery". Undefined for what is not in the book. */
export function categoryName(book: Book, id: string | undefined): string | undefined {
  const category = categoryOf(book, id)
  const parent = categoryOf(book, category?.parentId)
  return parent ? `${parent.name} · ${category?.name}` : category?.name
}

/** One of ten, the same for good; a child has its parent's. Undefined for what has no category. */
export function colourOf(book: Book, id: string | undefined): number | undefined {
  const category = categoryOf(book, id)
  return category && colours(book)[category.parentId ?? category.id]
}

const kept = new WeakMap<object, ReturnType<typeof categoryColours>>()

function colours({ categories }: Book) {
  const known = kept.get(categories) ?? categoryColours(categories)
  kept.set(categories, known)
  return known
}

/** Those that go by their own name. */
export function payeesIn({ payees }: Book): readonly ListedPayee[] {
  return payees.filter((one) => !one.mergedInto)
}
