import { type Kysely, sql } from 'kysely'
import type { Day } from '../../domain/day.ts'
import type { AccountId, TransactionId } from '../../domain/ids.ts'
import { fromStore, type Minor } from '../../domain/money.ts'
import type { Refusal } from '../../domain/refusal.ts'
import { ok, refuse } from '../../domain/result.ts'
import { offBy, type Statement } from '../../domain/statement.ts'
import type { Transaction } from '../../domain/transaction.ts'
import { worthOf, worthWindows } from '../../domain/worth.ts'
import type { Account } from '../../ports/accounts.ts'
import type { Reckonings, Remembered } from '../../ports/reckonings.ts'
import type { LedgerScope } from '../../ports/scope.ts'
import { insertRows } from '../sql/insert.ts'
import { findAccount } from './accounts.ts'
import { inLedger, untouched } from './lock.ts'
import { type EntryRow, entryColumns, entryFrom, entryJoins, entrySelect } from './rows.ts'
import type { LedgerTables } from './schema.ts'
import { splitsOf } from './splits.ts'
import { sqlTotals } from './totals.ts'

type Db = Kysely<LedgerTables>

export function sqlReckonings(db: Db): Reckonings {
  return {
    async find(scope, accountId, day) {
      const account = await findAccount(db, scope, accountId)
      if (!account) return undefined
      const [latest, before] = await upTo(db, scope, accountId, day)
      const own = latest?.day === day ? latest : undefined
      const previous = own ? before : latest
      const known = [own, previous].filter((one) => one !== undefined)
      const books = await booksOf(db, scope, account, [...known.map((one) => one.day), day])
      const days = known.map((one) => one.day)
      const open = (await openItems(db, scope, accountId, days)).filter(({ entry }) => isOf(entry, accountId, day))

      const remembered = (one: Statement): Remembered => {
        const items = open.filter(({ of }) => of === one.day).map(({ entry }) => entry)
        return { ...one, off: offBy(one, books.get(one.day) ?? account.balance, items, accountId) }
      }
      const shown = own ?? previous
      return {
        account,
        day,
        book: books.get(day) ?? account.balance,
        ...(own && { own: remembered(own) }),
        ...(previous && { previous: remembered(previous) }),
        open: open.filter(({ of }) => of === shown?.day).map(({ entry }) => entry),
      }
    },

    put: (scope, accountId, { day, balance, open }, now) =>
      inLedger<'added' | 'replaced', Refusal>(db, scope.ledgerId, async (trx) => {
        const account = await findAccount(trx, scope, accountId)
        if (!account) return refuse({ kind: 'not-found' })
        const entries = new Map((await entriesOf(trx, scope, open)).map((entry) => [entry.id, entry]))
        const stranger = open.findIndex((id) => !isOf(entries.get(id), accountId, day))
        if (stranger >= 0) return refuse({ kind: 'unknown-entry', pointer: `/open/${stranger}` })

        const book = (await booksOf(trx, scope, account, [day])).get(day) ?? account.balance
        if (offBy({ day, balance }, book, [...entries.values()], accountId) !== 0n)
          return refuse({ kind: 'statement-off', pointer: '/balance' })

        const gone = await removeFrom(trx, scope, accountId, day)
        const own = { ledger_id: scope.ledgerId, account_id: accountId, day }
        await trx
          .insertInto('statements')
          .values({ ...own, balance, touched_ms: now })
          .execute()
        await insertRows(
          trx,
          'open_items',
          [...entries.keys()].map((tx_id) => ({ ...own, tx_id })),
        )
        return ok(gone ? 'replaced' : 'added')
      }),

    remove: (scope, accountId, day) =>
      inLedger<undefined, Refusal>(db, scope.ledgerId, async (trx) =>
        (await removeFrom(trx, scope, accountId, day)) ? ok(undefined) : untouched(undefined),
      ),
  }
}

/** The statement of the day or the one before it, and the one before that. */
async function upTo(db: Db, { ledgerId }: LedgerScope, accountId: AccountId, day: Day): Promise<readonly Statement[]> {
  const rows = await db
    .selectFrom('statements')
    .select(['day', 'balance'])
    .where('ledger_id', '=', ledgerId)
    .where('account_id', '=', accountId)
    .where('day', '<=', day)
    .orderBy('day', 'desc')
    .limit(2)
    .execute()
  return rows.map((row) => ({ day: row.day as Day, balance: fromStore(row.balance) }))
}

/** What all entries come to by the end of each of these days: one statement, of totals alone. */
async function booksOf(
  db: Db,
  scope: LedgerScope,
  account: Account,
  days: readonly Day[],
): Promise<ReadonlyMap<Day, Minor>> {
  const points = [...new Set(days)].sort()
  const movements = await sqlTotals(db).read(scope, [{ face: 'account', windows: worthWindows(points) }])
  const books = worthOf(account, points, movements)
  return new Map(points.flatMap((day, place) => (books[place] === undefined ? [] : [[day, books[place]]])))
}

/** Open entries, as they are now, with the day of the statement that they are open of; the deleted are left out. */
async function openItems(
  db: Db,
  { ledgerId }: LedgerScope,
  accountId: AccountId,
  days: readonly Day[],
): Promise<readonly { readonly of: Day; readonly entry: Transaction }[]> {
  if (days.length === 0) return []
  const { rows } = await sql<EntryRow & { readonly open_of: Day }>`
    select o.day as open_of, ${sql.raw(entryColumns)} from open_items o
    join transactions t on t.ledger_id = o.ledger_id and t.id = o.tx_id ${sql.raw(entryJoins)}
    where o.ledger_id = ${ledgerId} and o.account_id = ${accountId} and o.day in (${sql.join(days)})
    order by t.day desc, t.id desc`.execute(db)
  const splits = await splitsOf(db, ledgerId, rows)
  return rows.map((row) => ({ of: row.open_of, entry: entryFrom(row, splits.get(row.id)) }))
}

async function entriesOf(db: Db, { ledgerId }: LedgerScope, ids: readonly TransactionId[]) {
  if (ids.length === 0) return []
  const { rows } = await sql<EntryRow>`
    ${entrySelect} where t.ledger_id = ${ledgerId} and t.id in (${sql.join(ids)})`.execute(db)
  return rows.map((row) => entryFrom(row))
}

/** Whether the account has the entry by the end of the day: only then can it be open. */
function isOf(entry: Transaction | undefined, accountId: AccountId, day: Day): boolean {
  return entry !== undefined && entry.day <= day && (entry.accountId === accountId || entry.to?.accountId === accountId)
}

/** Whether there was one. */
async function removeFrom(trx: Db, { ledgerId }: LedgerScope, accountId: AccountId, day: Day): Promise<boolean> {
  const [items, own] = (['open_items', 'statements'] as const).map((table) =>
    trx.deleteFrom(table).where('ledger_id', '=', ledgerId).where('account_id', '=', accountId).where('day', '=', day),
  )
  await items?.execute()
  const [done] = (await own?.execute()) ?? []
  return (done?.numDeletedRows ?? 0n) > 0n
}
