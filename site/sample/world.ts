import { type CategoryTree, categoryTree } from '../../functions/domain/category-tree.ts'
import type { Delta } from '../../functions/domain/contributions.ts'
import type { Day } from '../../functions/domain/day.ts'
import { firstLedger } from '../../functions/domain/first-ledger.ts'
import type { AccountId, CategoryId, LedgerId, PayeeId, TransactionId, UserId } from '../../functions/domain/ids.ts'
import type { Merges } from '../../functions/domain/merges.ts'
import { zero } from '../../functions/domain/money.ts'
import { always } from '../../functions/domain/period.ts'
import type { Statement } from '../../functions/domain/statement.ts'
import type { Transaction } from '../../functions/domain/transaction.ts'
import { todayIn } from '../../functions/domain/zone.ts'
import type { accountView } from '../../functions/views/account-view.ts'
import type { budgetViews } from '../../functions/views/budget-views.ts'
import type { categoryView } from '../../functions/views/category-view.ts'
import type { ledgerView } from '../../functions/views/ledger-view.ts'
import type { payeeView } from '../../functions/views/payee-view.ts'

export type Account = Parameters<typeof accountView>[0]
export type Budget = Parameters<typeof budgetViews>[0][number]
export type Category = Parameters<typeof categoryView>[0]
export type Payee = Parameters<typeof payeeView>[0]
type LedgerHead = Parameters<typeof ledgerView>[0]

/** One ledger in the memory of a page: all that a server would keep of it, gone with the page. */
export interface World {
  head: LedgerHead
  readonly accounts: Map<string, Account>
  readonly categories: Map<string, Category>
  categoryMerges: Merges<CategoryId>
  readonly payees: Map<string, Payee>
  payeeMerges: Merges<PayeeId>
  readonly budgets: Map<string, Budget>
  readonly entries: Map<string, Transaction>
  readonly trash: Map<string, { readonly entry: Transaction; readonly deletedAt: number }>
  /** By account and day. */
  readonly statements: Map<
    string,
    Statement & { readonly accountId: AccountId; readonly open: readonly TransactionId[] }
  >
  /** By the table's key; the sum of the contributions of all entries. */
  readonly totals: Map<string, Delta>
  /** Epoch milliseconds. */
  readonly now: () => number
}

export interface Newcomer {
  readonly locale: string
  readonly timeZone: string
  readonly now: () => number
}

export const sampleLedger = '5a3b1e00-0000-7000-8000-000000000001' as LedgerId
export const sampleUser = '5a3b1e00-0000-7000-8000-000000000002' as UserId

/** A ledger as registering makes it. */
export function newWorld({ locale, timeZone, now }: Newcomer): World {
  const first = firstLedger({ id: sampleUser, ledgerId: sampleLedger, currency: 'EUR', locale, timeZone }, now())
  const { name, currency, firstWeekday, today, account } = first
  const opening = { amount: zero, day: today }
  const wallet: Account = { ...account, version: 1, kind: 'cash', currency, opening, archived: false, balance: zero }
  return {
    head: {
      ledgerId: sampleLedger,
      name,
      currency,
      timeZone,
      firstWeekday,
      rules: always({ kind: 'month', date: 1 }),
      revision: 0,
    },
    accounts: new Map([[account.id, wallet]]),
    categories: new Map(
      first.categories.map(({ preset: _, ...one }) => [one.id, { ...one, version: 1, archived: false }]),
    ),
    categoryMerges: new Map(),
    payees: new Map(),
    payeeMerges: new Map(),
    budgets: new Map(),
    entries: new Map(),
    trash: new Map(),
    statements: new Map(),
    totals: new Map(),
    now,
  }
}

export const todayOf = ({ head, now }: World): Day => todayIn(head.timeZone, now())

export const treeOf = ({ categories }: World): CategoryTree<Category> => categoryTree([...categories.values()])

/** Counts a write. */
export function touch(world: World): void {
  world.head = { ...world.head, revision: world.head.revision + 1 }
}
