import { type Kysely, sql, type Transaction } from 'kysely'
import type { Instant } from '../../ports/clock.ts'
import { settled, unseen } from '../sql/settle.ts'
import type { IdentityTables } from './schema.ts'
import { whole } from './whole.ts'

/** Tables whose rows wait for their `due_ms` and are then held by somebody until another one. */
export type Queue = 'report_schedules' | 'reports'

/**
 * Takes at most `limit` rows that are due, the longest due first. A row that is held is due again when its lease ends, so
 * the index of what is due holds nothing that somebody else works on: as many rows are read as are leased.
 */
export function lease(
  db: Kysely<IdentityTables>,
  queue: Queue,
  owner: string,
  now: Instant,
  untilMs: Instant,
  limit: number,
): Promise<string[]> {
  const leased = () => whole(db, (trx) => leaseOnce(trx, queue, owner, now, untilMs, limit))
  const seen = async () => {
    const rows = await db
      .selectFrom(queue)
      .select('id')
      .where('due_ms', '=', untilMs)
      .where('lease_owner', '=', owner)
      .execute()
    return rows.length > 0 ? rows.map(({ id }) => id) : undefined
  }
  return settled(leased, seen)
}

async function leaseOnce(
  trx: Transaction<IdentityTables>,
  queue: Queue,
  owner: string,
  now: Instant,
  untilMs: Instant,
  limit: number,
): Promise<string[]> {
  const due = await trx
    .selectFrom(queue)
    .select('id')
    .where('due_ms', '<=', now)
    .orderBy('due_ms')
    .limit(limit)
    .execute()
  const ids = due.map(({ id }) => id)
  if (ids.length === 0) return []

  const { numUpdatedRows } = await trx
    .updateTable(queue)
    .set({ due_ms: untilMs, lease_owner: owner, attempts: sql`attempts + 1` })
    .where('id', 'in', ids)
    .where('due_ms', '<=', now)
    .executeTakeFirst()
  return numUpdatedRows === BigInt(ids.length) ? ids : heldBy(trx, queue, owner, ids)
}

/** Hands rows that `owner` holds to `runner`, and tells which those were. */
export async function takeOver(
  db: Kysely<IdentityTables>,
  queue: Queue,
  ids: readonly string[],
  owner: string,
  runner: string,
): Promise<string[]> {
  if (ids.length === 0) return []
  const taken = () =>
    db.updateTable(queue).set({ lease_owner: runner }).where('id', 'in', ids).where('lease_owner', '=', owner).execute()
  await settled(taken, unseen)
  return heldBy(db, queue, runner, ids)
}

async function heldBy(db: Kysely<IdentityTables>, queue: Queue, owner: string, ids: readonly string[]) {
  const rows = await db.selectFrom(queue).select('id').where('id', 'in', ids).where('lease_owner', '=', owner).execute()
  return rows.map(({ id }) => id)
}

/** Rows as their ids were asked for: the longest due first. */
export function inOrder<Row extends { readonly id: string }>(ids: readonly string[], rows: readonly Row[]): Row[] {
  return rows.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
}
