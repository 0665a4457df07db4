import type { Engine } from './engine-of.ts'
import type { Step } from './migrator.ts'

/** How a column is declared on each engine; Db2 gets a third word here when its dialect comes. */
export type Column = { readonly [E in Engine]: string }

const column = (sqlite: string, mysql: string): Column => ({ sqlite: `${sqlite} NOT NULL`, mysql: `${mysql} NOT NULL` })

const plain = 'CHARACTER SET ascii COLLATE ascii_bin'

/** A UUID, or '-' for none. */
export const id = column('TEXT', `CHAR(36) ${plain}`)
/** Words of ours: kinds, states, currencies, hashes, rules. */
export const ascii = (n: number): Column => column('TEXT', `VARCHAR(${n}) ${plain}`)
/** What people write, at most `n` characters. */
export const text = (n: number): Column => column('TEXT', `VARCHAR(${n}) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`)
/** Text whose length no column should limit, for MySQL only: Db2 would need a CLOB. */
export const long = column('TEXT', 'MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin')
/** A civil date, read as 'YYYY-MM-DD' everywhere. */
export const day = column('TEXT', 'DATE')
/** Money, counts and instants. */
export const big = column('INTEGER', 'BIGINT')
/** Flags, digits, weekdays, hours. */
export const small = column('INTEGER', 'SMALLINT')

export const optional = ({ sqlite, mysql }: Column): Column => ({
  sqlite: sqlite.replace(' NOT NULL', ''),
  mysql: mysql.replace(' NOT NULL', ''),
})

export interface TableShape {
  readonly columns: Readonly<Record<string, Column>>
  readonly primary: readonly string[]
  readonly unique?: Readonly<Record<string, readonly string[]>>
  readonly indexes?: Readonly<Record<string, readonly string[]>>
}

/** One step that makes one table with its keys, and does nothing where it is already there. */
export function table(name: string, shape: TableShape): Step {
  return { name, statements: (engine) => (engine === 'mysql' ? [onMysql(name, shape)] : onSqlite(name, shape)) }
}

/** Clustered by the primary key as InnoDB does it, so that a plan that is good on one engine is good on the other. */
function onSqlite(name: string, shape: TableShape): readonly string[] {
  const unique = Object.values(shape.unique ?? {}).map((key) => `UNIQUE ${list(key)}`)
  const indexes = Object.entries(shape.indexes ?? {})
  return [
    `CREATE TABLE IF NOT EXISTS ${name} (${declared('sqlite', shape, unique)}) STRICT, WITHOUT ROWID`,
    ...indexes.map(([index, key]) => `CREATE INDEX IF NOT EXISTS ${name}_${index} ON ${name} ${list(key)}`),
  ]
}

function onMysql(name: string, shape: TableShape): string {
  const unique = Object.entries(shape.unique ?? {}).map(([index, key]) => `UNIQUE KEY ${name}_${index} ${list(key)}`)
  const indexes = Object.entries(shape.indexes ?? {}).map(([index, key]) => `KEY ${name}_${index} ${list(key)}`)
  const body = declared('mysql', shape, [...unique, ...indexes])
  return `CREATE TABLE IF NOT EXISTS \`${name}\` (${body}) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`
}

const declared = (engine: Engine, { columns, primary }: TableShape, keys: readonly string[]) =>
  [
    ...Object.entries(columns).map(([name, column]) => `${name} ${column[engine]}`),
    `PRIMARY KEY ${list(primary)}`,
    ...keys,
  ].join(', ')

const list = (key: readonly string[]) => `(${key.join(', ')})`
