import type { Kysely } from 'kysely'
import { sqlAccounts } from '../../functions/adapters/ledger/accounts.ts'
import { sqlAlerts } from '../../functions/adapters/ledger/alert-queue.ts'
import { sqlBudgets } from '../../functions/adapters/ledger/budgets.ts'
import { sqlCategories } from '../../functions/adapters/ledger/categories.ts'
import { checkLedger } from '../../functions/adapters/ledger/check.ts'
import { sqlLedgers } from '../../functions/adapters/ledger/ledgers.ts'
import { ledgerSchema } from '../../functions/adapters/ledger/migrations/index.ts'
import { sqlPayees } from '../../functions/adapters/ledger/payees.ts'
import { sqlPrincipals } from '../../functions/adapters/ledger/principals.ts'
import { sqlReckonings } from '../../functions/adapters/ledger/reckonings.ts'
import type { LedgerTables } from '../../functions/adapters/ledger/schema.ts'
import { sqlTotals } from '../../functions/adapters/ledger/totals.ts'
import { sqlTransactions } from '../../functions/adapters/ledger/transactions.ts'
import { migrate } from '../../functions/adapters/sql/migrator.ts'
import { openMysql } from '../../functions/adapters/sql/mysql.ts'
import { openSqlite } from '../../functions/adapters/sql/sqlite.ts'
import type { Day } from '../../functions/domain/day.ts'
import type { Draft } from '../../functions/domain/draft.ts'
import type { AccountId, CategoryId, LedgerId, TransactionId, UserId } from '../../functions/domain/ids.ts'
import type { Instant } from '../../functions/ports/clock.ts'
import type { Ids } from '../../functions/ports/ids.ts'
import type { Provision } from '../../functions/ports/ledgers.ts'
import type { LedgerScope } from '../../functions/ports/scope.ts'
import { leaveOut } from './left-out.ts'
import { freshDatabase, mariadbPath } from './mariadb.ts'

export type DeskEngine = 'sqlite' | 'mariadb'

/** The engines that this machine has, for suites that run on each; names the one it has not. */
export function deskEngines(what: string): readonly DeskEngine[] {
  if (mariadbPath()) return ['sqlite', 'mariadb']
  leaveOut(`${what} on MariaDB`, 'there is no mariadbd; scripts/test-setup installs it')
  return ['sqlite']
}

export type LedgerDesk = Awaited<ReturnType<typeof ledgerDesk>>

/**
 * A new database with every port of the ledger plane on it, and two people in it with a ledger each: Asha, who sits at
 * this desk, and Bela. It is noon on 2026-11-22. Close it when done.
 */
export async function ledgerDesk(engine: DeskEngine = 'sqlite', { connections = 4 } = {}) {
  const statements: string[] = []
  const db = await open(engine, connections, (statement) => statements.push(statement))
  const ids = countedIds()
  const clock = settable(Date.UTC(2026, 10, 22, 11))
  const ledgers = sqlLedgers(db)

  /** What the edge would prove for this person now. */
  async function enter(userId: UserId, ledger: LedgerId | 'default' = 'default'): Promise<LedgerScope> {
    const membership = (await ledgers.enter(userId, ledger))?.membership
    if (!membership) throw new Error('not a member')
    return { ...membership.ledger, userId, role: membership.role } as LedgerScope
  }

  const transactions = sqlTransactions(db, { ids })

  /** Puts an entry into a ledger (Asha's, unless said) and hands back its id; throws where that is refused. */
  async function record(draft: Draft, into: LedgerScope = scope): Promise<TransactionId> {
    const id = ids.next() as TransactionId
    const done = await transactions.apply(into, [{ do: 'create', id, draft, bodyHash: id }], clock.now())
    if (!done.ok) throw new Error(done.error.kind)
    return id
  }

  const asha = provisionFor(ids, 'Asha')
  const bela = provisionFor(ids, 'Bela')
  for (const each of [asha, bela]) await ledgers.provision(each, clock.now())
  const scope = await enter(asha.userId)
  const stranger = await enter(bela.userId)
  statements.length = 0

  return {
    engine,
    db,
    ledgers,
    principals: sqlPrincipals(db),
    accounts: sqlAccounts(db),
    reckonings: sqlReckonings(db),
    categories: sqlCategories(db),
    payees: sqlPayees(db),
    transactions,
    record,
    budgets: sqlBudgets(db),
    totals: sqlTotals(db),
    /** What in Asha's ledger is not as its entries have it. */
    check: () => checkLedger(db, scope.ledgerId),
    alerts: sqlAlerts(db),
    clock,
    ids,
    /** Asha's ledger in EUR, periods by calendar months, as it was when the desk was set up. */
    scope,
    /** Bela's, made the same way. */
    stranger,
    /** What Asha's ledger holds from the beginning; bread lies below food. */
    at: rowsOf(asha),
    strangers: rowsOf(bela),
    enter,
    /** The texts of all statements sent so far, `begin` and `commit` among them. Empty it before counting. */
    statements,
    close: () => db.destroy(),
  }
}

async function open(
  engine: DeskEngine,
  connections: number,
  onStatement: (statement: string) => void,
): Promise<Kysely<LedgerTables>> {
  const db =
    engine === 'sqlite'
      ? await openSqlite<LedgerTables>(':memory:', { onStatement })
      : await openMysql<LedgerTables>({ ...(await freshDatabase()), connections }, { onStatement })
  await migrate(db, ledgerSchema, () => 0)
  return db
}

/** UUIDs that look like version 7 and sort in the order in which they are made. */
function countedIds(): Ids {
  let count = 0
  return {
    next() {
      count += 1
      return `00000000-0000-7000-8000-${String(count).padStart(12, '0')}`
    },
  }
}

function settable(start: Instant) {
  let now = start
  return {
    now: () => now,
    set: (to: Instant) => {
      now = to
    },
  }
}

function provisionFor(ids: Ids, name: string): Provision {
  const food = ids.next() as CategoryId
  return {
    userId: ids.next() as UserId,
    ledgerId: ids.next() as LedgerId,
    name: `${name}’s money`,
    currency: { code: 'EUR', digits: 2 },
    timeZone: 'Europe/Berlin',
    firstWeekday: 1,
    today: '2026-11-22' as Day,
    account: { id: ids.next() as AccountId, name: 'Wallet' },
    categories: [
      { id: food, kind: 'expense', name: 'Food' },
      { id: ids.next() as CategoryId, kind: 'expense', name: 'Bread', parentId: food },
      { id: ids.next() as CategoryId, kind: 'expense', name: 'Rent' },
      { id: ids.next() as CategoryId, kind: 'income', name: 'Pay' },
    ],
  }
}

function rowsOf({ account, categories }: Provision) {
  const idOf = (name: string) => {
    const category = categories.find((one) => one.name === name)
    if (!category) throw new Error(name)
    return category.id
  }
  return { wallet: account.id, food: idOf('Food'), bread: idOf('Bread'), rent: idOf('Rent'), pay: idOf('Pay') }
}
