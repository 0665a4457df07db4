import { type Kysely, sql } from 'kysely'
import type { LedgerId, TransactionId, UserId } from '../../domain/ids.ts'
import type { Instant } from '../../ports/clock.ts'
import type { LedgerScope } from '../../ports/scope.ts'
import type { Trashed } from '../../ports/transactions.ts'
import { insertRows } from '../sql/insert.ts'
import { rowsOf } from '../sql/piece.ts'
import { among, deleteAmong, deleteRows } from './bulk.ts'
import { entryRow, lineRows } from './entry-rows.ts'
import { type EntryRow, type SplitRow, splitsFrom } from './rows.ts'
import type { LedgerTables, TrashTable } from './schema.ts'
import { type Stored, storedFrom } from './stored.ts'

type Db = Kysely<LedgerTables>

/** What a body in the trash is: the rows that were, amounts as text. */
interface Body {
  readonly entry: EntryRow
  readonly splits: readonly SplitRow[]
}

export async function throwAway(db: Db, scope: LedgerScope, gone: readonly Stored[], now: Instant): Promise<void> {
  await insertRows(
    db,
    'trash',
    gone.map((stored) => ({
      ledger_id: scope.ledgerId,
      tx_id: stored.entry.id,
      version: stored.entry.version,
      body: bodyOf(scope.ledgerId, stored),
      deleted_ms: now,
      deleted_by: scope.userId,
    })),
  )
}

/** What of these lies in the trash. */
export async function trashedAmong(
  db: Db,
  ledgerId: LedgerId,
  ids: readonly TransactionId[],
): Promise<ReadonlyMap<string, Stored>> {
  if (ids.length === 0) return new Map()
  const { text, values } = among(ids)
  const rows = await rowsOf<{ readonly tx_id: string; readonly body: string }>(db, {
    text: `select tx_id, body from trash where ledger_id = ? and tx_id in ${text}`,
    values: [ledgerId, ...values],
  })
  return new Map(rows.map(({ tx_id, body }) => [tx_id, readBody(body)]))
}

export async function takeOut(db: Db, ledgerId: LedgerId, ids: readonly TransactionId[]): Promise<void> {
  await deleteAmong(db, 'trash', 'tx_id', ledgerId, ids)
}

/** The latest deleted first. */
export async function listTrash(
  db: Db,
  { ledgerId }: LedgerScope,
  after: { readonly deletedMs: Instant; readonly id: TransactionId } | undefined,
  limit: number,
): Promise<readonly Trashed[]> {
  const rest = after
    ? sql`and deleted_ms <= ${after.deletedMs} and (deleted_ms < ${after.deletedMs} or tx_id < ${after.id})`
    : sql``
  const { rows } = await sql<{ body: string; deleted_ms: bigint | string; deleted_by: string }>`
    select body, deleted_ms, deleted_by from trash where ledger_id = ${ledgerId} ${rest}
    order by deleted_ms desc, tx_id desc limit ${limit}`.execute(db)
  return rows.map(({ body, deleted_ms, deleted_by }) => ({
    entry: readBody(body).entry,
    deletedMs: Number(deleted_ms),
    deletedBy: deleted_by as UserId,
  }))
}

/**
 * Forgets what was deleted before then, in any ledger; returns how many. What is brought back meanwhile and deleted
 * again is another deletion, so the time is part of what is looked for.
 */
export async function purge(db: Db, beforeMs: Instant, limit: number): Promise<number> {
  const { rows } = await sql<Pick<TrashTable, 'ledger_id' | 'tx_id'> & { deleted_ms: bigint | string }>`
    select ledger_id, tx_id, deleted_ms from trash where deleted_ms < ${beforeMs}
    order by deleted_ms limit ${limit}`.execute(db)
  await deleteRows(
    db,
    'trash',
    rows.map((row) => ({ ...row, deleted_ms: BigInt(row.deleted_ms) })),
  )
  return rows.length
}

function bodyOf(ledgerId: LedgerId, stored: Stored): string {
  const { entry, payeeNames } = stored
  const [payee_name = null, payee_now = null] = payeeNames
  const row = { ...entryRow(ledgerId, stored, stored.createdMs), payee_name, payee_now }
  const splits = entry.splits.length > 0 ? lineRows(ledgerId, entry) : []
  return JSON.stringify({ entry: row, splits }, (_, value) => (typeof value === 'bigint' ? String(value) : value))
}

function readBody(text: string): Stored {
  const { entry, splits }: Body = JSON.parse(text)
  return storedFrom(entry, splitsFrom(splits).get(entry.id))
}
