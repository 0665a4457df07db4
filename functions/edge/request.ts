/** What was asked, the same whichever host it came through. */
export interface Request {
  /** Upper case. */
  readonly method: string
  /** The whole path, with whatever a gateway has in front of ours. */
  readonly path: string
  /** Without the question mark. */
  readonly query: string
  /** By names in lower case. */
  readonly headers: { readonly [name: string]: string | undefined }
  /** The caller's name for this request, or one that we made. */
  readonly id: string
  /** The bytes of the body. */
  body(): Uint8Array
}

/** `application/json; charset=utf-8` is `application/json`. */
export function mediaType({ headers }: Pick<Request, 'headers'>): string {
  return (headers['content-type'] ?? '').replace(/;.*/s, '').trim().toLowerCase()
}

/** A request's name goes into headers and logs: only one that can do no harm there is taken. */
export function requestId(headers: Request['headers']): string {
  const given = headers['x-request-id']
  return given && /^[\w.:-]{1,64}$/.test(given) ? given : crypto.randomUUID()
}

/** The trace that a request belongs to (W3C Trace Context), for the log. */
export function traceId(headers: Request['headers']): string | undefined {
  return /^00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/.exec(headers.traceparent ?? '')?.[1]
}
