import { Sentence } from '../../domain/sentence.ts'
import { type Given, given, type Reading } from '../given.ts'
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
  /** An authority's certificate (PEM), or 'system' for those that Node trusts; nothing is encrypted when absent. */
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
  const settings = given(text, reading)
  const socketPath = settings.text('socketPath')
  const port = settings.whole('port')
  const connections = settings.whole('connections')
  const password = settings.text('password')
  const tls = authority(settings)
  return {
    user: settings.needed('user'),
    database: settings.needed('database'),
    ...(socketPath ? { socketPath } : { host: settings.needed('host') }),
    ...(password && { password }),
    ...(tls && { tls }),
    ...(port && { port }),
    ...(connections && { connections }),
  }
}

const reading: Reading = {
  what: 'MySQL',
  schemes: ['mysql', 'mariadb'],
  parts: { user: 'user', password: 'password', path: 'database' },
  more: ['connections', 'tls', 'socketPath'],
}

/** Whom everybody trusts may sign for anybody: only a name tells one server from another. */
function authority(settings: Given): string | undefined {
  const tls = settings.text('tls')
  if (!tls || tls.includes('-----BEGIN CERTIFICATE-----')) return tls
  if (tls !== 'system') throw new Sentence('The MySQL settings name a tls that is neither system nor a certificate.')
  if (/^[\d.]+$|:/.test(settings.text('host') ?? '')) {
    throw new Sentence('The MySQL settings with tls=system need the name of the host.')
  }
  return tls
}
