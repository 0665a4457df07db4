import { Sentence } from '../../domain/sentence.ts'
import { Unavailable } from '../../ports/unavailable.ts'
import { isUnbindable } from './bind.ts'
import { db2Trace } from './db2/trace.ts'

/**
 * The engine gave up one side of a race (deadlock, lock wait): nothing is wrong, the transaction may be run again. Whoever
 * cannot run it again lets it pass, and the caller is told to come back soon.
 */
export class Busy extends Unavailable {
  readonly code = 'BUSY'
}

/** The connection was lost before a commit was answered: what was written may be there or not. See `settled`. */
export class Unsettled extends Unavailable {
  readonly code = 'UNSETTLED'
}

// by what they say: a driver that lies beside the bundle has classes of its own

export const isUnsettled = (error: unknown): error is Unsettled => says(error, 'UNSETTLED')

export const isBusy = (error: unknown): error is Busy => says(error, 'BUSY')

const says = (error: unknown, code: string) =>
  error instanceof Error && error.name === 'Unavailable' && 'code' in error && error.code === code

/** A row with the same primary or unique key is there already. */
export const isDuplicate = (error: unknown): boolean => duplicateOf(error) !== undefined

/** Which kind of key a duplicate hit, where one statement could hit either. */
export function duplicateOf(error: unknown): 'primary' | 'unique' | undefined {
  const { sqlite, mysql, message } = trace(error)
  if (sqlite === 1555) return 'primary'
  if (sqlite === 2067) return 'unique'
  if (db2Trace(error).state === '23505') return 'unique'
  if (mysql !== 1062) return undefined
  return /for key '(?:[^']*\.)?PRIMARY'$/.test(message) ? 'primary' : 'unique'
}

/** A sum left 64 bits. SQLite makes it a REAL, which a STRICT table refuses; MySQL says so itself. */
export function isOverflow(error: unknown): boolean {
  if (isUnbindable(error)) return error.code === 'range'
  const { sqlite, mysql, message } = trace(error)
  if (db2Trace(error).state === '22003') return true
  if (sqlite === 3091) return message.startsWith('cannot store REAL value in INTEGER column')
  return mysql === 1690 || mysql === 1264 || (sqlite === 1 && message === 'integer overflow')
}

export function isMissingTable(error: unknown): boolean {
  const { sqlite, mysql, message } = trace(error)
  return db2Trace(error).state === '42704' || mysql === 1146 || (sqlite === 1 && message.startsWith('no such table'))
}

/** A table or column that is to be made is there already, where the engine has no word for that in the statement. */
export const isThere = (error: unknown): boolean =>
  ['42710', '42711'].includes(db2Trace(error).state) || trace(error).mysql === 1060

/** The connection was dead, or died over this statement, which may have been carried out or not. */
export function isCut(error: unknown): boolean {
  const { code, mysql, fatal } = trace(error)
  return cut.has(code) || killed.has(mysql) || (fatal && code === '')
}

/** Ours for a driver's error where we have one: `Unavailable`, `Busy`, a `Sentence`; anything else as it is. */
export function translated(error: unknown): unknown {
  const { code, sqlite, mysql, fatal, message } = trace(error)
  if ((sqlite & 255) === 5 || lostRace.has(mysql))
    return new Busy('Another transaction was in the way', { cause: error })
  if (noEntry.has(mysql)) return new Sentence(`The MySQL server does not let this user into this database (${code}).`)
  if (code === 'HANDSHAKE_NO_SSL_SUPPORT') return new Sentence('The MySQL server does not speak TLS.')
  if (code === 'HANDSHAKE_SSL_ERROR' && message.includes('certificate'))
    return new Sentence('The MySQL server has no certificate that may be trusted.')
  if (fatal || cut.has(code) || unreachable.has(code) || killed.has(mysql) || unwilling.has(mysql)) {
    return new Unavailable('The database cannot be reached', { cause: error })
  }
  if (unwritable.has(sqlite & 255)) return new Unavailable('The database cannot be written to', { cause: error })
  return error
}

// MySQL's and MariaDB's numbers, for mysql2 knows no name of some of MariaDB's.

/** Lock wait, deadlock, a row that changed since it was read. */
const lostRace = new Set([1205, 1213, 1020])

/** The server ended the connection: shutdown, idle for too long, killed. */
const killed = new Set([1053, 4031, 1927])

/**
 * Too many connections (of all, of one user); disk full (or one table's share); a statement was killed, or took too long;
 * read only, as after the roles of two servers have changed.
 */
const unwilling = new Set([1040, 1203, 1226, 1021, 1114, 1317, 1969, 3024, 1290, 1836])

/** Wrong password or user, no right to this database, no such database. */
const noEntry = new Set([1045, 1698, 1044, 1049])

/** SQLite's: an error of the disk, no room on it. */
const unwritable = new Set([10, 13])

const cut = new Set(['PROTOCOL_CONNECTION_LOST', 'ECONNRESET', 'EPIPE'])

const unreachable = new Set([
  'PROTOCOL_SEQUENCE_TIMEOUT',
  'ECONNREFUSED',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOENT',
])

/** What the drivers say beside an error's class. Nothing of it is handed on: a message can carry a row's values. */
interface Trace {
  readonly code: string
  /** libsql's `rawCode`, an extended result code. */
  readonly sqlite: number
  /** mysql2's `errno`; the system's are negative. */
  readonly mysql: number
  readonly fatal: boolean
  readonly message: string
}

function trace(error: unknown): Trace {
  if (!(error instanceof Error)) return { code: '', sqlite: 0, mysql: 0, fatal: false, message: '' }
  const { code, rawCode, errno, fatal }: Error & Partial<Record<'code' | 'rawCode' | 'errno' | 'fatal', unknown>> =
    error
  return {
    code: typeof code === 'string' ? code : '',
    sqlite: typeof rawCode === 'number' ? rawCode : 0,
    mysql: typeof errno === 'number' ? errno : 0,
    fatal: fatal === true,
    message: error.message,
  }
}
