import { CompiledQuery, type Kysely } from 'kysely'
import type { LedgerId } from '../../domain/ids.ts'
import { engineOf, quoted } from '../sql/engine-of.ts'
import type { LedgerTables } from './schema.ts'

type Db = Pick<Kysely<LedgerTables>, 'executeQuery'>

// Statements on many rows at once. Their text is put together here, not by the query builder: an import sends hundreds
// of ids with each, and the same few texts serve again and again.

/** A piece of SQL with the values for its question marks. */
export interface Piece {
  readonly text: string
  readonly values: readonly unknown[]
}

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

export async function rowsOf<Row>(db: Db, { text, values }: Piece): Promise<readonly Row[]> {
  const { rows } = await db.executeQuery<Row>(CompiledQuery.raw(text, [...values]))
  return rows
}

/** How many rows it changed. */
export async function run(db: Db, { text, values }: Piece): Promise<bigint> {
  const { numAffectedRows = 0n } = await db.executeQuery(CompiledQuery.raw(text, [...values]))
  return numAffectedRows
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
