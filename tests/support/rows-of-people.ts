import { randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { engineOf } from '../../functions/adapters/sql/engine-of.ts'
import { isDuplicate } from '../../functions/adapters/sql/errors.ts'

/** Any plane's database, looked at without knowing its tables: what the migrations have made is found in the engine. */
type Db = Pick<Kysely<unknown>, 'getExecutor'>

export interface Person {
  readonly userId: string
  readonly ledgerId: string
}

/** Puts `count` rows that belong to the person into every table there is, where its keys allow; returns the tables. */
export async function fillEveryTable(db: Db, person: Person, count: number): Promise<string[]> {
  const filled: string[] = []
  for (const [table, columns] of await tablesIn(db)) {
    // a person has been registered, and is one row
    if (table === 'users' || !columns.some(({ name }) => name in namesOf(person))) continue
    filled.push(table)
    for (let n = 0; n < count; n++) await put(db, table, columns, person)
  }
  return filled
}

/** How many rows of each table name one of these anywhere; tables without any are left out. */
export async function rowsNaming(db: Db, names: readonly string[]): Promise<Record<string, number>> {
  const found = Object.entries(await allRows(db)).map(
    ([table, rows]) => [table, rows.filter((row) => names.some((name) => row.includes(name))).length] as const,
  )
  return Object.fromEntries(found.filter(([, count]) => count > 0))
}

/** Every row of every table as a line of text, in order: two of these are equal when nothing at all has changed. */
export async function allRows(db: Db): Promise<Record<string, string[]>> {
  const rows: Record<string, string[]> = {}
  for (const [table] of await tablesIn(db)) {
    const found = await sql`select * from ${sql.table(table)}`.execute(db)
    rows[table] = found.rows.map((row) => JSON.stringify(row, textOfBigint)).sort()
  }
  return rows
}

const textOfBigint = (_: string, value: unknown) => (typeof value === 'bigint' ? value.toString() : value)

interface Column {
  readonly name: string
  readonly type: string
}

/** Without the migrations' own notes, which are nobody's. */
async function tablesIn(db: Db): Promise<ReadonlyMap<string, readonly Column[]>> {
  const onMysql = `select table_name as t, column_name as name, data_type as type from information_schema.columns
    where table_schema = database() order by table_name, ordinal_position`
  const onSqlite = `select m.name as t, c.name as name, c.type as type from sqlite_master m, pragma_table_info(m.name) c
    where m.type = 'table' order by m.name, c.cid`
  // of the server that stands in for Db2, whose own catalogue has other names
  const onDerby = `select lower(t.tablename) as t, lower(c.columnname) as name, cast(c.columndatatype as varchar(128)) as type
    from sys.systables t join sys.syscolumns c on c.referenceid = t.tableid join sys.sysschemas s on s.schemaid = t.schemaid
    where s.schemaname = current schema order by t.tablename, c.columnnumber`
  const text = { mysql: onMysql, sqlite: onSqlite, db2: onDerby }[engineOf(db)]
  const { rows } = await sql.raw<Column & { readonly t: string }>(text).execute(db)
  const tables = new Map<string, Column[]>()
  for (const { t, name, type } of rows)
    if (t !== 'schema_steps') tables.set(t, [...(tables.get(t) ?? []), { name, type }])
  return tables
}

/** A key that is taken already, as that of the person's own principal, stays as it is. */
async function put(db: Db, table: string, columns: readonly Column[], person: Person): Promise<void> {
  const values = columns.map((column) => valueFor(column, person))
  const names = sql.join(columns.map(({ name }) => sql.ref(name)))
  try {
    await sql`insert into ${sql.table(table)} (${names}) values (${sql.join(values)})`.execute(db)
  } catch (error) {
    if (!isDuplicate(error)) throw error
  }
}

const namesOf = ({ userId, ledgerId }: Person): { readonly [column: string]: string } => ({
  user_id: userId,
  ledger_id: ledgerId,
  deleted_by: userId,
})

let counter = 0

function valueFor({ name, type }: Column, person: Person): string | number {
  const known = namesOf(person)[name]
  if (known) return known
  counter += 1
  if (/int/i.test(type)) return counter
  if (/_id$|^id$|_owner$/.test(name)) return randomUUID()
  if (/^date$/i.test(type) || /day$|start$|end$|month$|effective_from/.test(name)) return dayNumber(counter)
  return words[name] ?? counter.toString(36)
}

/** What is read back by programs that take nothing else, or is too short for a counter. */
const words: { readonly [column: string]: string } = { grain: 'd', currency: 'EUR', rule: 'month' }

const dayNumber = (n: number) => new Date(Date.UTC(1950, 0, 1 + (n % 50_000))).toISOString().slice(0, 10)
