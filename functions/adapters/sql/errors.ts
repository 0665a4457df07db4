import { Unavailable } from '../../ports/unavailable.ts'
import { Unbindable } from './bind.ts'

/** The engine gave up one side of a race (deadlock, lock wait): nothing is wrong, the transaction may be run again. */
export class Busy extends Error {
  override readonly name = 'Busy'
}

export const isBusy = (error: unknown): error is Busy => error instanceof Busy

/** A row with the same primary or unique key is there already. */
export const isDuplicate = (error: unknown): boolean => duplicateOf(error) !== undefined

/** Which kind of key a duplicate hit, where one statement could hit either. */
export function duplicateOf(error: unknown): 'primary' | 'unique' | undefined {
  const { code, rawCode, message } = trace(error)
  if (rawCode === 1555) return 'primary'
  if (rawCode === 2067) return 'unique'
  if (code !== 'ER_DUP_ENTRY') return undefined
  return /for key '(?:[^']*\.)?PRIMARY'$/.test(message) ? 'primary' : 'unique'
}

/** A sum left 64 bits. SQLite makes it a REAL, which a STRICT table refuses; MySQL says so itself. */
export function isOverflow(error: unknown): boolean {
  if (error instanceof Unbindable) return error.code === 'range'
  const { code, rawCode, message } = trace(error)
  if (rawCode === 3091) return message.startsWith('cannot store REAL value in INTEGER column')
  return outOfRange.has(code) || (rawCode === 1 && message === 'integer overflow')
}

export function isMissingTable(error: unknown): boolean {
  const { code, message } = trace(error)
  return code === 'ER_NO_SUCH_TABLE' || message.startsWith('no such table')
}

/** Ours for a driver's error where we have one: `Unavailable`, `Busy`; anything else as it is. */
export function translated(error: unknown): unknown {
  const { code, rawCode, fatal } = trace(error)
  if (lostRace.has(code) || rawCode === 5) return new Busy('Another transaction was in the way', { cause: error })
  if (fatal || unreachable.has(code)) return new Unavailable('The database cannot be reached', { cause: error })
  return error
}

const lostRace = new Set(['ER_LOCK_DEADLOCK', 'ER_LOCK_WAIT_TIMEOUT', 'ER_CHECKREAD', 'SQLITE_BUSY'])

const outOfRange = new Set(['ER_DATA_OUT_OF_RANGE', 'ER_WARN_DATA_OUT_OF_RANGE'])

const unreachable = new Set([
  'PROTOCOL_CONNECTION_LOST',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOENT',
  'ER_CON_COUNT_ERROR',
  'ER_USER_LIMIT_REACHED',
  'ER_TOO_MANY_USER_CONNECTIONS',
  'ER_SERVER_SHUTDOWN',
  'ER_CONNECTION_KILLED',
])

/** What drivers tell about an error beside its class; the message stays in here, for it can carry a row's values. */
interface Trace {
  readonly code: string
  readonly rawCode: number | undefined
  readonly fatal: boolean
  readonly message: string
}

function trace(error: unknown): Trace {
  if (!(error instanceof Error)) return { code: '', rawCode: undefined, fatal: false, message: '' }
  const { code, rawCode, fatal, message }: Partial<Trace> & Error = error
  return { code: typeof code === 'string' ? code : '', rawCode, fatal: fatal === true, message }
}
