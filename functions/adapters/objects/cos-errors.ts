import { Sentence } from '../../domain/sentence.ts'
import { Unavailable } from '../../ports/unavailable.ts'

/** There is no such file; to somebody who did not ask for one, a store at the wrong address. */
export class Missing extends Sentence {}

/**
 * Ours for an error of the SDK: `Missing`, `Unavailable` for what may be better soon, a `Sentence` for what the settings
 * have wrong. The SDK's own stays behind: it carries the whole request.
 */
export function translated(error: unknown): Error {
  if (error instanceof Unavailable) return error
  const { status, code } = trace(error)
  if (status === 0 || status === 408 || status === 429 || status >= 500) {
    return new Unavailable(`The object store cannot be reached (${code || status})`)
  }
  const sentence = `The object store refuses what the settings of OUTLAY_OBJECTS say (${code || status}).`
  return status === 404 && code !== 'NoSuchBucket' ? new Missing(sentence) : new Sentence(sentence)
}

interface Trace {
  /** 0 when there was no answer. */
  readonly status: number
  /** A word of the store or of the SDK, such as NoSuchBucket. */
  readonly code: string
}

/** Where a token was refused, that error lies below the SDK's own. */
function trace(error: unknown): Trace {
  if (!(error instanceof Error)) return { status: 0, code: '' }
  const { statusCode, code, originalError }: Error & { statusCode?: unknown; code?: unknown; originalError?: unknown } =
    error
  if (typeof statusCode !== 'number' && originalError && originalError !== error) {
    return { ...trace(originalError), code: wordIn(code) }
  }
  return { status: typeof statusCode === 'number' ? statusCode : 0, code: wordIn(code) }
}

/** Whatever else a store may put there is not repeated. */
const wordIn = (code: unknown): string => (typeof code === 'string' && /^\w{1,60}$/.test(code) ? code : '')
