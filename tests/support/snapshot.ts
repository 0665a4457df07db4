import Database from 'libsql'

/** How things stand in a store: equal before and after a call means that nothing at all was committed in between. */
export interface Standing {
  /** Moves with every commit of another connection. */
  readonly commits: number
  /** Rows in each table, and for `ledgers` also the sum of revisions. */
  readonly rows: { readonly [table: string]: number }
}

export interface Watcher {
  readonly look: () => readonly Standing[]
  readonly close: () => void
}

/** Looks at SQLite files by connections of its own that can only read. */
export function watchFiles(files: readonly string[]): Watcher {
  const open = files.map((file) => new Database(file, { readonly: true }))
  const tables = open.map(tablesIn)
  return {
    look: () => open.map((database, n) => standing(database, tables[n] ?? [])),
    close: () => {
      for (const database of open) database.close()
    },
  }
}

function tablesIn(database: Database.Database): string[] {
  const rows = database.prepare(`select name from sqlite_master where type = 'table' order by name`).all()
  return rows.map((row) => String(field(row, 'name')))
}

function standing(database: Database.Database, tables: readonly string[]): Standing {
  const number = (sql: string) => Number(field(database.prepare(sql).get(), 'it'))
  const rows = tables.map((table) => [table, number(`select count(*) as it from "${table}"`)] as const)
  const revisions = tables.includes('ledgers')
    ? [['revisions', number('select total(revision) as it from ledgers')]]
    : []
  const commits = Number(field(database.prepare('pragma data_version').get(), 'data_version'))
  return { commits, rows: Object.fromEntries([...rows, ...revisions]) }
}

function field(row: unknown, name: string): unknown {
  return typeof row === 'object' && row !== null ? Reflect.get(row, name) : undefined
}
