import type { Engine } from './engine-of.ts'
import type { Step } from './migrator.ts'

/** How a column is declared on each engine. */
export type Column = { readonly [E in Engine]: string }

const column = (sqlite: string, mysql: string, db2: string): Column => ({
  sqlite: `${sqlite} NOT NULL`,
  mysql: `${mysql} NOT NULL`,
  db2: `${db2} NOT NULL`,
})

const plain = 'CHARACTER SET ascii COLLATE ascii_bin'
const notOnDb2 = 'NOT ON DB2'

/** A UUID, or '-' for none. */
export const id = column('TEXT', `CHAR(36) ${plain}`, 'VARCHAR(36)')
/** Words of ours: kinds, states, currencies, hashes, rules. */
export const ascii = (n: number): Column => column('TEXT', `VARCHAR(${n}) ${plain}`, `VARCHAR(${n})`)
/** What people write, at most `n` characters; Db2 counts bytes, of which a character has at most four. */
export const text = (n: number): Column =>
  column('TEXT', `VARCHAR(${n}) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`, `VARCHAR(${4 * n})`)
/** Text whose length no column should limit, for the ledger plane only: Db2 would need a CLOB. */
export const long = column('TEXT', 'MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin', notOnDb2)
/** A civil date, read as 'YYYY-MM-DD' everywhere; for the ledger plane only. */
export const day = column('TEXT', 'DATE', notOnDb2)
/** Money, counts and instants. */
export const big = column('INTEGER', 'BIGINT', 'BIGINT')
/** Flags, digits, weekdays, hours. */
export const small = column('INTEGER', 'SMALLINT', 'SMALLINT')

export const optional = ({ sqlite, mysql, db2 }: Column): Column => ({
  sqlite: sqlite.replace(' NOT NULL', ''),
  mysql: mysql.replace(' NOT NULL', ''),
  db2: db2.replace(' NOT NULL', ''),
})

export interface TableShape {
  readonly columns: Readonly<Record<string, Column>>
  readonly primary: readonly string[]
  readonly unique?: Readonly<Record<string, readonly string[]>>
  readonly indexes?: Readonly<Record<string, readonly string[]>>
}

/** One step that makes one table with its keys, and does nothing where it is already there, but for Db2: see `Step`. */
export function table(name: string, shape: TableShape): Step {
  return { name, statements: (engine) => made[engine](name, shape) }
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

function onMysql(name: string, shape: TableShape): readonly string[] {
  const unique = Object.entries(shape.unique ?? {}).map(([index, key]) => `UNIQUE KEY ${name}_${index} ${list(key)}`)
  const indexes = Object.entries(shape.indexes ?? {}).map(([index, key]) => `KEY ${name}_${index} ${list(key)}`)
  const body = declared('mysql', shape, [...unique, ...indexes])
  return [`CREATE TABLE IF NOT EXISTS \`${name}\` (${body}) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`]
}

/** Db2 takes no IF NOT EXISTS everywhere, and needs none: there a step is taken whole or not at all. */
function onDb2(name: string, shape: TableShape): readonly string[] {
  if (Object.values(shape.columns).some(({ db2 }) => db2.startsWith(notOnDb2))) {
    throw new TypeError(`The table ${name} has no shape for Db2.`)
  }
  const unique = Object.entries(shape.unique ?? {}).map(
    ([key, columns]) => `CONSTRAINT ${name}_${key} UNIQUE ${list(columns)}`,
  )
  const indexes = Object.entries(shape.indexes ?? {})
  return [
    `CREATE TABLE ${name} (${declared('db2', shape, unique)})`,
    ...indexes.map(([index, key]) => `CREATE INDEX ${name}_${index} ON ${name} ${list(key)}`),
  ]
}

const made = { sqlite: onSqlite, mysql: onMysql, db2: onDb2 } as const

const declared = (engine: Engine, { columns, primary }: TableShape, keys: readonly string[]) =>
  [
    ...Object.entries(columns).map(([name, column]) => `${name} ${column[engine]}`),
    `PRIMARY KEY ${list(primary)}`,
    ...keys,
  ].join(', ')

const list = (key: readonly string[]) => `(${key.join(', ')})`
