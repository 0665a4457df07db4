import { Sentence } from '../../functions/domain/sentence.ts'
import { Unavailable } from '../../functions/ports/unavailable.ts'

/**
 * What is wrong, in a sentence without a secret: our own sentences have none, and of what drivers say only the code is
 * repeated, for their messages carry addresses and rows.
 */
export function troubleOf(error: unknown): string {
  if (!(error instanceof Error)) return 'It broke without a reason.'
  if (error.name === 'Sentence') return error.message
  if (error instanceof Unavailable) {
    return error.cause ? `${error.message.replace(/\.$/, '')} (${codeOf(error)}).` : sentenceOf(error.message)
  }
  return `It answers with an error (${codeOf({ cause: error })}).`
}

const sentenceOf = (message: string) => (message.endsWith('.') ? message : `${message}.`)

/** For who needs the database of a plane and cannot go on without: a sentence where it cannot be used, else the error as it is. */
export const unusable = (plane: string, error: unknown): unknown =>
  error instanceof Unavailable ? new Sentence(`The ${plane} database cannot be used (${codeOf(error)}).`) : error

/** The driver's word for it, without its message. */
export function codeOf({ cause }: { readonly cause?: unknown }): string {
  if (!(cause instanceof Error)) return 'no reason given'
  const { code, sqlcode }: Error & { readonly code?: unknown; readonly sqlcode?: unknown } = cause
  const word = String(code ?? sqlcode ?? '')
  if (word) return word
  return cause.cause ? codeOf(cause) : cause.name
}
