import { CompiledQuery, type Insertable, type Kysely } from 'kysely'
import { type Engine, engineOf, quoted } from './engine-of.ts'

type Row = Readonly<Record<string, unknown>>

/**
 * Puts rows in, many with each statement. All rows name the same columns. `tail` is what follows the values.
 * The text is made here and not by the query builder, for an import sends thousands of rows and one text serves many.
 */
export async function insertRows<Tables, Name extends keyof Tables & string>(
  db: Kysely<Tables>,
  table: Name,
  rows: readonly Insertable<Tables[Name]>[],
  tail = '',
): Promise<void> {
  const [first] = rows
  if (!first) return

  const engine = engineOf(db)
  const columns = Object.keys(first)
  const head = `insert into ${quoted(engine, table)} (${columns.map((column) => quoted(engine, column)).join(', ')}) values`
  const places = `(${columns.map(() => '?').join(', ')})`
  const atOnce = Math.max(1, Math.floor(widest[engine] / columns.length))
  for (let start = 0; start < rows.length; start += atOnce) {
    const some = rows.slice(start, start + atOnce)
    const text = `${head} ${Array(some.length).fill(places).join(', ')} ${tail}`
    await db.executeQuery(CompiledQuery.raw(text, valuesOf(some, columns)))
  }
}

/** A plain loop: an import of a row hands over a hundred values, and this way takes a quarter of the time (measured). */
function valuesOf(rows: readonly Row[], columns: readonly string[]): unknown[] {
  const values: unknown[] = []
  for (const row of rows) for (const column of columns) values.push(row[column])
  return values
}

/**
 * Values in one statement. Over a network one long statement beats many; SQLite is fastest (measured) with about a
 * thousand, where the statement is short enough to be kept prepared, and takes no more than 32,766.
 */
const widest: { readonly [E in Engine]: number } = { sqlite: 1_250, mysql: 30_000, db2: 1_250 }
