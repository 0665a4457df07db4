import { Sentence } from '../../domain/sentence.ts'
import { type Db2Settings, isDb2, parseDb2 } from './db2/settings.ts'

export interface MysqlSettings {
  readonly host?: string
  readonly port?: number
  readonly socketPath?: string
  readonly user: string
  readonly password?: string
  readonly database: string
  /** How many connections one process keeps; 1 when absent, as an action needs. */
  readonly connections?: number
  /** The certificate authority's PEM, or 'system' for those that Node trusts; plain text when absent. */
  readonly tls?: string
}

/** Where a plane's tables lie. */
export type EngineSettings = LedgerEngine | { readonly engine: 'db2'; readonly db2: Db2Settings }

export type LedgerEngine =
  | { readonly engine: 'sqlite'; readonly file: string }
  | { readonly engine: 'mysql'; readonly mysql: MysqlSettings }

/** Reads `sqlite:<file>`, or what `parseDb2` or `parseMysql` read. Throws a `Sentence`. */
export function parseEngine(text: string): EngineSettings {
  return isDb2(text) ? { engine: 'db2', db2: parseDb2(text) } : parseLedgerEngine(text)
}

/** The same but for Db2, which keeps people and no ledgers. */
export function parseLedgerEngine(text: string): LedgerEngine {
  if (isDb2(text)) throw new Sentence('Ledgers are not kept in Db2: OUTLAY_LEDGER names a MySQL server or a file.')
  const [, file] = /^sqlite:(.+)$/.exec(text) ?? []
  return file ? { engine: 'sqlite', file } : { engine: 'mysql', mysql: parseMysql(text) }
}

/**
 * Reads `mysql://user:pass@host:3306/db?connections=4&tls=system&socketPath=/run/…` or the same as JSON.
 * Throws a `Sentence`, without the text: a password may be in it.
 */
export function parseMysql(text: string): MysqlSettings {
  const given = text.trimStart().startsWith('{') ? fromJson(text) : fromUrl(text)
  const port = whole(given, 'port')
  const connections = whole(given, 'connections')
  return {
    user: needed(given, 'user'),
    database: needed(given, 'database'),
    ...(given.socketPath ? { socketPath: given.socketPath } : { host: needed(given, 'host') }),
    ...(given.password && { password: given.password }),
    ...(given.tls && { tls: given.tls }),
    ...(port && { port }),
    ...(connections && { connections }),
  }
}

type Given = Readonly<Record<string, string | undefined>>

function fromJson(text: string): Given {
  try {
    return Object.fromEntries(Object.entries(JSON.parse(text)).map(([name, value]) => [name, String(value)]))
  } catch {
    throw new Sentence('The MySQL settings begin like JSON but are not.')
  }
}

function fromUrl(text: string): Given {
  if (!URL.canParse(text)) throw new Sentence('The MySQL settings are neither JSON nor a mysql:// address.')
  const { protocol, hostname, port, username, password, pathname, searchParams } = new URL(text)
  if (protocol !== 'mysql:' && protocol !== 'mariadb:') {
    throw new Sentence('The address of the MySQL server must begin with mysql://.')
  }
  return {
    host: hostname,
    port,
    user: decoded(username),
    password: decoded(password),
    database: decoded(pathname.slice(1)),
    ...Object.fromEntries(searchParams),
  }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    throw new Sentence('The address of the MySQL server has a % that encodes nothing.')
  }
}

function needed(given: Given, name: string): string {
  const value = given[name]
  if (!value) throw new Sentence(`The MySQL settings lack ${name}.`)
  return value
}

function whole(given: Given, name: string): number | undefined {
  const value = given[name]
  if (!value) return undefined
  if (!/^[1-9]\d{0,4}$/.test(value)) throw new Sentence(`The MySQL settings name a ${name} that is no whole number.`)
  return Number(value)
}
