import type { Insertable, Kysely } from 'kysely'
import { type Engine, engineOf, quoted } from './engine-of.ts'
import { insertRows } from './insert.ts'

/**
 * Adds each row to the row with the same key, or puts it there: one statement for all rows (more only where one would
 * grow too long). Columns outside the key are added to what is there, except those named in `set`, which replace it.
 * The rows name the same columns and no key twice. A sum past 64 bits throws what `isOverflow` knows.
 */
export async function addTo<Tables, Name extends keyof Tables & string>(
  db: Kysely<Tables>,
  table: Name,
  key: readonly (keyof Tables[Name] & string)[],
  rows: readonly Insertable<Tables[Name]>[],
  set: readonly (keyof Tables[Name] & string)[] = [],
): Promise<void> {
  const [first] = rows
  if (!first) return

  const engine = engineOf(db)
  const beside = Object.keys(first).filter((column) => !key.some((part) => part === column))
  const changes = beside.map((column) => {
    const kept = set.some((name) => name === column) ? '' : `${quoted(engine, column)} + `
    return `${quoted(engine, column)} = ${kept}${incoming(engine, column)}`
  })
  await insertRows(db, table, rows, `${onClash(engine, key)} ${changes.join(', ')}`)
}

// The only place where a statement differs between the engines.

const onClash = (engine: Engine, key: readonly string[]): string =>
  engine === 'mysql'
    ? 'on duplicate key update'
    : `on conflict (${key.map((part) => quoted(engine, part)).join(', ')}) do update set`

const incoming = (engine: Engine, column: string): string =>
  engine === 'mysql' ? `values(${quoted(engine, column)})` : `excluded.${quoted(engine, column)}`
