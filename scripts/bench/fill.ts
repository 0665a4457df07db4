import type { Kysely } from 'kysely'
import { sqlAccounts } from '../../functions/adapters/ledger/accounts.ts'
import { sqlCategories } from '../../functions/adapters/ledger/categories.ts'
import { sqlLedgers } from '../../functions/adapters/ledger/ledgers.ts'
import type { LedgerTables } from '../../functions/adapters/ledger/schema.ts'
import { sqlTransactions } from '../../functions/adapters/ledger/transactions.ts'
import { systemClock } from '../../functions/adapters/node/clock.ts'
import { uuidV7 } from '../../functions/adapters/node/ids.ts'
import { addDays, type Day } from '../../functions/domain/day.ts'
import type { Draft } from '../../functions/domain/draft.ts'
import { parseId, type TransactionId, type UserId } from '../../functions/domain/ids.ts'
import type { LedgerScope } from '../../functions/ports/scope.ts'
import type { Change } from '../../functions/ports/transactions.ts'

const days = 540
const payees = 200

/** The scope of somebody's default ledger, as the edge would prove it. */
export async function scopeOf(db: Kysely<LedgerTables>, userId: UserId): Promise<LedgerScope> {
  const entrance = await sqlLedgers(db).enter(userId, 'default')
  if (!entrance?.membership) throw new Error('This person has no ledger.')
  const { role, ledger } = entrance.membership
  return { ...ledger, role, userId } as LedgerScope
}

/**
 * Records what is missing to `count` entries through the write door, 500 at a time, over the same days, categories and
 * payees whatever the count. Hands back how many were missing.
 */
export async function fill(db: Kysely<LedgerTables>, scope: LedgerScope, count: number, last: Day): Promise<number> {
  const there = await db
    .selectFrom('transactions')
    .select(({ fn }) => fn.countAll().as('n'))
    .where('ledger_id', '=', scope.ledgerId)
    .executeTakeFirstOrThrow()
  const ids = uuidV7(systemClock)
  const drafts = draftsFor(await booksOf(db, scope), last)
  const transactions = sqlTransactions(db, { ids })
  const known = Math.min(Number(there.n), count)
  for (let done = known; done < count; done += 500) {
    const changes = Array.from({ length: Math.min(500, count - done) }, (_, i): Change => {
      const id = parseId<TransactionId>(ids.next())
      if (!id) throw new Error('The maker of ids made none.')
      return { do: 'create', id, draft: drafts(done + i), bodyHash: '0'.repeat(64) }
    })
    const applied = await transactions.apply(scope, changes, Date.now())
    if (!applied.ok) throw new Error(`Refused: ${applied.error.kind} at change ${applied.error.change}`)
  }
  return count - known
}

interface Books {
  readonly accounts: readonly string[]
  readonly expenses: readonly string[]
  readonly income: readonly string[]
}

async function booksOf(db: Kysely<LedgerTables>, scope: LedgerScope): Promise<Books> {
  const categories = await sqlCategories(db).list(scope)
  const ofKind = (kind: string) => categories.filter((category) => category.kind === kind).map(({ id }) => id)
  return {
    accounts: (await sqlAccounts(db).list(scope)).map(({ id }) => id),
    expenses: ofKind('expense'),
    income: ofKind('income'),
  }
}

/** The same entry for the same place. Primes, so that days, categories and payees do not march in step. */
function draftsFor({ accounts, expenses, income }: Books, last: Day): (n: number) => Draft {
  return (n) => {
    const isIncome = n % 23 === 0
    const categories = isIncome ? income : expenses
    return {
      kind: isIncome ? 'income' : 'expense',
      day: addDays(last, -((n * 7) % days)),
      amount: `${1 + ((n * 37) % 180)}.${String((n * 61) % 100).padStart(2, '0')}`,
      accountId: accounts[n % accounts.length],
      categoryId: categories[(n * 11) % categories.length],
      payee: `Payee ${(n * 13) % payees}`,
      ...(n % 3 === 0 && { note: `note ${(n * 17) % 500}` }),
    }
  }
}
