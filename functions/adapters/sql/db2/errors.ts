import { Sentence } from '../../../domain/sentence.ts'
import { Unavailable } from '../../../ports/unavailable.ts'
import { Busy, Unsettled } from '../errors.ts'
import { db2Trace } from './trace.ts'

/**
 * Ours for an error of ibm_db where we have one: `Busy`, `Unsettled`, `Unavailable`, a `Sentence`; anything else as it
 * is. `decides` says that the call was one after whose loss nobody knows whether a change was made.
 */
export function translatedDb2(error: unknown, decides = false): unknown {
  const { code, state } = db2Trace(error)
  if (lostRace.has(state) || (rerouted(error) && !decides)) {
    return new Busy('Another transaction was in the way', { cause: error })
  }
  if (code === wrongPassword) return new Sentence('The Db2 server does not let this user in, or not by this password.')
  if (noDatabase.has(code)) return new Sentence('The Db2 server has no database of this name.')
  if (isUntrusted(error)) return new Sentence('The Db2 server has no certificate that may be trusted.')
  if (noFile.has(code) || state === 'HY507') {
    return new Sentence('The certificate that the Db2 settings name cannot be read as one.')
  }
  if (!isGone(error)) return error
  return decides
    ? new Unsettled('The database was lost before it answered', { cause: error })
    : new Unavailable('The database cannot be reached', { cause: error })
}

/** The connection is another one than before, made by IBM's client: what it had begun is lost, what comes next is well. */
export const rerouted = (error: unknown): boolean => {
  const { code, state } = db2Trace(error)
  return code === -30108 || state === '08506'
}

/** Whether what is wrong is the connection or the server, so that this connection has nothing more to say. */
export function isGone(error: unknown): boolean {
  const { code, state } = db2Trace(error)
  if (code === wrongPassword || noDatabase.has(code) || isUntrusted(error)) return false
  return state.startsWith('08') || gone.has(state)
}

/** Whether only the statement was wrong, or lost a race, so that the connection is as good as before. */
export function isOfStatement(error: unknown): boolean {
  const { state } = db2Trace(error)
  if (lostRace.has(state) || rerouted(error)) return true
  return !isGone(error) && /^(0[012]|2[0-6]|42|54|56)/.test(state)
}

/** Deadlock or a lock that did not come in time: rolled back by the server (-911), or to be by us (-913). */
const lostRace = new Set(['40001', '57033'])

/**
 * Unknown outcome or connection; the server stops, stands by, is full, is quiet for its keeper, or has given up a
 * statement that took too long; a client that was to connect anew could not.
 */
const gone = new Set(['40003', '40504', '55032', '57011', '57014', '57019', '57030', '54068', 'HYT00', 'HYT01'])

/** SQL30082N also begins like a connection that was lost. */
const wrongPassword = -30082
/**
 * Made out to another name than the server was asked by; or, as GSKit, which does IBM's encryption, calls it: out of date
 * (401), signed by nobody known (414).
 */
function isUntrusted(error: unknown): boolean {
  if (db2Trace(error).code === -20576) return true
  return error instanceof Error && /"sqlccSSLSocketSetup".*"(401|414)"/s.test(error.message)
}

/** GSKit could not load it. */
const noFile = new Set([-10013])

/** Unknown to the server (by its alias, by its name). */
const noDatabase = new Set([-1013, -1031, -30061])
