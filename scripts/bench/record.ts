import { createRequire } from 'node:module'

/** One statement as the driver got it. Without values it is transaction control. */
export interface Sent {
  readonly sql: string
  readonly values?: readonly unknown[]
  /** Whether rows come back. */
  readonly rows: boolean
}

const require = createRequire(import.meta.url)
const tappedStatements = new WeakSet<object>()
let record: ((sent: Sent) => void) | undefined

/** Runs the call and hands back every statement that it sent through either driver, in order. */
export async function recorded(call: () => Promise<unknown>): Promise<readonly Sent[]> {
  const sent: Sent[] = []
  record = (statement) => sent.push(statement)
  try {
    await call()
  } finally {
    record = undefined
  }
  return sent
}

/** Whole numbers keep their type through JSON, for SQLite is strict about it. */
export const asJson = (value: unknown): string =>
  JSON.stringify(value, (_, inner) => (typeof inner === 'bigint' ? { whole: String(inner) } : inner))

// biome-ignore lint/suspicious/noExplicitAny: the drivers' own methods are wrapped whatever they take
type Method = (this: any, ...args: any[]) => any
type Methods = Record<string, Method>

function tapSqlite(): void {
  const Database = require('libsql')
  const texts = new WeakMap<object, string>()
  around(
    Database.prototype,
    'prepare',
    (original) =>
      function (sql: string) {
        const statement = original.call(this, sql)
        texts.set(statement, sql)
        const methods = Object.getPrototypeOf(statement) as Methods
        if (!tappedStatements.has(methods)) {
          tappedStatements.add(methods)
          for (const [name, rows] of [
            ['all', true],
            ['run', false],
          ] as const)
            around(
              methods,
              name,
              (inner) =>
                function (values: readonly unknown[]) {
                  record?.({ sql: texts.get(this) ?? '', values, rows })
                  return inner.call(this, values)
                },
            )
        }
        return statement
      },
  )
  around(
    Database.prototype,
    'exec',
    (original) =>
      function (sql: string) {
        record?.({ sql, rows: false })
        return original.call(this, sql)
      },
  )
}

function tapMysql(): void {
  // the package does not export the base of its connections, where `query` is
  const prototype = Object.getPrototypeOf(require('mysql2').Connection.prototype) as Methods
  around(
    prototype,
    'query',
    (original) =>
      function (query: unknown, ...rest: unknown[]) {
        if (record && typeof query === 'string') {
          const [sql, values] = [query, rest[0] as readonly unknown[]]
          const rows = /^\s*(\(?select|with)/i.test(sql)
          const control = values.length === 0 && !rows
          record({ sql, rows, ...(!control && { values }) })
        }
        return original.call(this, query, ...rest)
      },
  )
}

function around(methods: Methods, name: string, wrap: (original: Method) => Method): void {
  const original = methods[name]
  if (original) methods[name] = wrap(original)
}

// Puts itself between the product and its drivers, in this process alone, before the first of them connects.
tapSqlite()
tapMysql()
