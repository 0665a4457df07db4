import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { IdentityTables } from '../../../functions/adapters/identity/schema.ts'
import type { LedgerTables } from '../../../functions/adapters/ledger/schema.ts'

type Row = { readonly [column: string]: unknown }
// rows of any table are read and written as they are
// biome-ignore lint/suspicious/noExplicitAny: the tables are named below
type Any = Kysely<any>

/** What a person needs to get a report, and which columns of it name them. */
const tables = {
  identity: { users: ['id'], report_schedules: ['user_id'] },
  ledger: { principals: ['user_id'], ledgers: ['id'], ledger_rules: ['ledger_id'], memberships: ['user_id'] },
} as const

/** Makes so many more of one registered person: the same rows under other ids and addresses. */
export async function multiply(
  person: { readonly userId: string; readonly ledgerId: string },
  count: number,
  dbs: { readonly identity: Kysely<IdentityTables>; readonly ledger: Kysely<LedgerTables> },
): Promise<void> {
  const twins = Array.from({ length: count }, () => ({ userId: randomUUID(), ledgerId: randomUUID() }))
  for (const [plane, named] of Object.entries(tables)) {
    const db: Any = plane === 'identity' ? dbs.identity : dbs.ledger
    for (const [table, columns] of Object.entries<readonly string[]>(named)) {
      const rows = await db
        .selectFrom(table)
        .selectAll()
        .where(columns[0] ?? '', 'in', [person.userId, person.ledgerId])
        .execute()
      const copies = twins.flatMap((twin) => rows.map((row) => copyOf(row, table, person, twin)))
      for (let from = 0; from < copies.length; from += 500) {
        await db
          .insertInto(table)
          .values(copies.slice(from, from + 500))
          .execute()
      }
    }
  }
}

function copyOf(row: Row, table: string, person: { userId: string; ledgerId: string }, twin: typeof person): Row {
  const swapped = Object.entries(row).map(([column, value]) => {
    if (value === person.userId) return [column, twin.userId]
    if (value === person.ledgerId) return [column, twin.ledgerId]
    if (table === 'report_schedules' && column === 'id') return [column, randomUUID()]
    if (column === 'email') return [column, `${twin.userId}@example.org`]
    if (column === 'email_key') return [column, twin.userId.replaceAll('-', '').padEnd(64, '0')]
    return [column, value]
  })
  return Object.fromEntries(swapped)
}
