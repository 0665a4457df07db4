import type { AccountView } from '../../functions/api/accounts.ts'
import type { CategoryView } from '../../functions/api/categories.ts'
import type { PayeeView } from '../../functions/api/payees.ts'
import type { TransactionView } from '../../functions/api/transactions.ts'
import { type CategoryPlace, type CategoryTree, categoryTree } from '../../functions/domain/category-tree.ts'
import { type Currency, currencyOf } from '../../functions/domain/currency.ts'
import { fold } from '../../functions/domain/fold.ts'
import { fromStore, type Minor } from '../../functions/domain/money.ts'
import type { Book, BookAccount, BookCategory } from '../../functions/domain/settle.ts'
import type { Transaction } from '../../functions/domain/transaction.ts'
import type { Readings } from '../narrowing.ts'
import { uuidV7 } from '../uuid.ts'

/** The ledger's nouns as they were last seen, for drafts to be settled against. */
export interface KnownBook extends Book, Readings {
  readonly tree: CategoryTree<Sort>
}

type Sort = CategoryPlace & BookCategory & { readonly name: string }

export interface Seen {
  readonly accounts: readonly AccountView[]
  readonly categories: readonly CategoryView[]
  readonly payees: readonly PayeeView[]
}

export function knownBook({ accounts, categories, payees }: Seen, now: number): KnownBook {
  const known = accounts.map(
    (one): BookAccount => ({
      id: one.id as BookAccount['id'],
      currency: currency(one.currency),
      archived: one.archived,
    }),
  )
  // the brands are the server's word
  const sorts = categories as unknown as readonly Sort[]
  const names = new Map(payees.map((payee) => [fold(payee.name), payee]))
  const tree = categoryTree(sorts)
  const readAs = (id: string) => payees.find((payee) => payee.id === id)?.mergedInto ?? id
  return {
    tree,
    family: tree.family,
    readAs,
    payeeNames: ({ payee }) => (payee ? [payee.name, payees.find(({ id }) => id === readAs(payee.id))?.name] : []),
    account: (id) => known.find((one) => (id === undefined ? !one.archived : one.id === id)),
    category: (id) => sorts.find((one) => one.id === id),
    payee(name) {
      const found = names.get(fold(name)) ?? { id: uuidV7(now), version: 1, name: name.trim() }
      names.set(fold(name), found)
      return found as unknown as ReturnType<Book['payee']>
    },
  }
}

/** An entry out of what the API said of it: nobody but the server makes such a view. */
export function entryFrom(view: TransactionView): Transaction {
  const { currency: code, amount, toAccountId, toAmount, toCurrency, payee, payeeId, original, splits, tags } = view
  const own = currency(code)
  return {
    id: view.id,
    version: view.version,
    kind: view.kind,
    day: view.day,
    amount: minor(amount),
    currency: own,
    accountId: view.accountId,
    tags: tags ?? [],
    splits: (splits ?? []).map((one) => ({ ...one, amount: minor(one.amount) })),
    ...(toAccountId && {
      to: { accountId: toAccountId, amount: minor(toAmount ?? amount), currency: currency(toCurrency ?? code) },
    }),
    ...(view.categoryId && { categoryId: view.categoryId }),
    ...(payee !== undefined && { payee: { id: payeeId, name: payee } }),
    ...(view.note !== undefined && { note: view.note }),
    ...(original && { original: { amount: minor(original.amount), currency: currency(original.currency) } }),
    // the brands are the server's word
  } as unknown as Transaction
}

const minor = (wire: string): Minor => fromStore(wire.replace('.', ''))

function currency(code: string): Currency {
  const known = currencyOf(code)
  return known.ok ? known.value : { code, digits: 2 }
}
