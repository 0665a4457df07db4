import { CompiledQuery, type Kysely } from 'kysely'
import type { LedgerId } from '../../domain/ids.ts'
import { engineOf, quoted } from '../sql/engine-of.ts'
import { type Piece, run } from '../sql/piece.ts'
import type { LedgerTables } from './schema.ts'

// Statements on many rows at once. Their text is put together here, not by the query builder: an import sends hundreds
// of ids with each, and the same few texts serve again and again.

/**
 * `(?, ?, …)` for `in`, never empty. The last value is repeated up to a power of two, so that there are ten texts and
 * not five hundred, and an engine that keeps prepared statements knows them all soon.
 */
export function among(values: Iterable<string>): Piece {
  const all = [...values]
  const room = 2 ** Math.ceil(Math.log2(Math.max(all.length, 1)))
  const filled = [...all, ...Array<string>(room - all.length).fill(all.at(-1) ?? '')]
  return { text: `(${filled.map(() => '?').join(', ')})`, values: filled }
}

/** Deletes what a ledger has in a table under these ids, whichever column they are in. */
export async function deleteAmong(
  db: Kysely<LedgerTables>,
  table: keyof LedgerTables,
  column: 'id' | 'tx_id',
  ledgerId: LedgerId,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return
  const { text, values } = among(ids)
  const from = quoted(engineOf(db), table)
  await run(db, {
    text: `delete from ${from} where ledger_id = ? and ${column} in ${text}`,
    values: [ledgerId, ...values],
  })
}

/** Deletes the rows with these keys, which all name the same columns. */
export async function deleteRows<Tables, Name extends keyof Tables & string>(
  db: Kysely<Tables>,
  table: Name,
  keys: readonly { readonly [Column in keyof Tables[Name]]?: string | bigint }[],
): Promise<void> {
  const [first] = keys
  if (!first) return

  const columns = Object.keys(first)
  const engine = engineOf(db)
  // each alternative names the whole key, or SQLite reads all that shares its first column
  const one = `(${columns.map((column) => `${quoted(engine, column)} = ?`).join(' and ')})`
  for (let start = 0; start < keys.length; start += atOnce) {
    const some = keys.slice(start, start + atOnce)
    const text = `delete from ${quoted(engine, table)} where ${Array(some.length).fill(one).join(' or ')}`
    const values = some.flatMap((key: Readonly<Record<string, unknown>>) => columns.map((column) => key[column]))
    await db.executeQuery(CompiledQuery.raw(text, values))
  }
}

const atOnce = 100
