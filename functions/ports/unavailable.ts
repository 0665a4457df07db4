/** A store cannot be reached now and may be again soon: the edge answers 503 with Retry-After. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable'
  readonly retryAfterS = 2
}
