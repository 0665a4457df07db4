import type { SendOutcome } from '../../ports/mailer.ts'

/**
 * Listens to what client and server say to each other, to know whether the mail itself was given away when a connection
 * breaks: errors do not tell. Writes nothing down.
 */
export class Talk {
  #isGiven = false

  /** True once the server has said that the mail may come. */
  get isGiven(): boolean {
    return this.#isGiven
  }

  debug(entry: { readonly tnx?: unknown }, text: unknown): void {
    if (entry.tnx === 'server' && /^354\b/.test(String(text))) this.#isGiven = true
  }
  trace() {}
  info() {}
  warn() {}
  error() {}
  fatal() {}
}

/**
 * What became of a mail that could not be sent. A server that says no has not taken it (4xx: later; 5xx: never, unless it
 * is ourselves whom it does not let in); one that fell silent has not taken it either unless it had been given the mail.
 * Nothing but codes leaves here.
 */
export function troubleOf(error: unknown, isGiven: boolean): SendOutcome {
  const { responseCode, response, code } = error instanceof Error ? (error as Trace) : {}
  if (typeof responseCode === 'number') {
    const [, detail] = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(String(response)) ?? []
    const why = `smtp-${responseCode}${detail ? ` ${detail}` : ''}`
    if (unwelcome.has(responseCode)) return { kind: 'later', retryAfterS: longWaitS, why }
    return responseCode >= 500 ? { kind: 'refused', why } : { kind: 'later', retryAfterS: waitS, why }
  }
  if (code === 'EENVELOPE') return { kind: 'refused', why: 'smtp-envelope' }
  const why = typeof code === 'string' ? `smtp-${code}` : 'smtp'
  return isGiven ? { kind: 'unknown', why } : { kind: 'later', retryAfterS: waitS, why }
}

/** Said to us and of no mail: to log in first or in another way, or that user or password is wrong. */
const unwelcome = new Set([530, 534, 535, 538])

/** What nodemailer's errors may carry. */
interface Trace extends Error {
  readonly responseCode?: unknown
  readonly response?: unknown
  readonly code?: unknown
}

/** Greylisting, the usual reason, lasts some minutes. */
const waitS = 300

/** Somebody has to mend it. */
const longWaitS = 3_600
