import { CompiledQuery, type Insertable, type Kysely } from 'kysely'
import { type Engine, engineOf } from './engine.ts'

type Row = Readonly<Record<string, unknown>>

/**
 * Adds each row to the row with the same key, or puts it there: one statement for all rows (more only past what an
 * engine binds at once). Columns outside the key are added to what is there, except those named in `set`. The rows
 * name the same columns and no key twice. A sum past 64 bits throws what `isOverflow` knows.
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

  const columns = Object.keys(first)
  const merge = merging(engineOf(db), key, columns, set)
  const atOnce = Math.floor(mostBound / columns.length)
  for (let start = 0; start < rows.length; start += atOnce) {
    const some = rows.slice(start, start + atOnce)
    const values = Array(some.length).fill(`(${columns.map(() => '?').join(', ')})`)
    const text = `insert into ${table} (${columns.join(', ')}) values ${values.join(', ')} ${merge}`
    await db.executeQuery(
      CompiledQuery.raw(
        text,
        some.flatMap((row: Row) => columns.map((column) => row[column])),
      ),
    )
  }
}

/** SQLite takes 32,766 parameters a statement. */
const mostBound = 32_000

/** The only place where a statement differs between the engines. */
function merging(engine: Engine, key: readonly string[], columns: readonly string[], set: readonly string[]): string {
  const incoming = (column: string) => (engine === 'mysql' ? `values(${column})` : `excluded.${column}`)
  const changes = columns
    .filter((column) => !key.includes(column))
    .map((column) => `${column} = ${set.includes(column) ? '' : `${column} + `}${incoming(column)}`)
    .join(', ')
  return engine === 'mysql'
    ? `on duplicate key update ${changes}`
    : `on conflict (${key.join(', ')}) do update set ${changes}`
}
