import type { GenericSchema, InferOutput } from 'valibot'
import type { RefusalKind } from '../domain/refusal.ts'
import type { Role } from '../domain/role.ts'

/**
 * Who may call a route.
 * `anyone`: no token. `token`: who holds one that has not run out, even of a session that has ended; it opens nothing but
 * the way out. `session`: a live session (identity plane). `person`: a live person of the ledger plane.
 * A role: a member of the `{ledger}` in the path whose role reaches it.
 */
export type Who = 'anyone' | 'token' | 'session' | 'person' | Role

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** Headers that a route may read, beside those that every route reads. */
export type HeaderName =
  | 'if-match'
  | 'if-none-match'
  | 'idempotency-key'
  | 'cookie'
  | 'x-twilio-email-event-webhook-signature'
  | 'x-twilio-email-event-webhook-timestamp'

/** What an answer carries: a JSON body of this shape, nothing, or text of this media type. */
export type Answer = GenericSchema | 'empty' | 'text/csv' | 'text/html'

export interface Route {
  readonly method: Method
  /** `{ledger}` is an id or `default`; every other `{name}` is a UUID unless `params` says otherwise. */
  readonly path: string
  readonly who: Who
  /** One line for the API document, without a full stop. */
  readonly summary: string
  readonly params?: { readonly [name: string]: GenericSchema<string> }
  /** Values are texts, as they come in a query string. */
  readonly query?: GenericSchema
  readonly headers?: readonly HeaderName[]
  readonly body?: GenericSchema
  /** In place of a body's shape: its bytes as they came, whatever they are, for what is signed byte by byte. */
  readonly raw?: true
  readonly answers: { readonly [status: number]: Answer }
  /** What this route says no to, beside what its shape and `who` imply. */
  readonly refusals: readonly RefusalKind[]
  /** Bytes of body it reads at the most; 512 KiB unless said. */
  readonly bodyLimit?: number
  /** A body that works, for the document and for tests. */
  readonly example?: unknown
}

export const route = <const R extends Route>(declared: R): R => declared

/** All routes of one action, by the name of their handler. */
export type Feature = { readonly [handler: string]: Route }

export const feature = <const F extends Feature>(routes: F): F => routes

type Names<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never

/** What a handler is asked: everything is checked for shape, nothing for meaning. */
export interface Ask<R extends Route> {
  readonly params: { readonly [N in Names<R['path']>]: string }
  readonly query: R['query'] extends GenericSchema ? InferOutput<R['query']> : undefined
  readonly body: R['body'] extends GenericSchema
    ? InferOutput<R['body']>
    : R['raw'] extends true
      ? Uint8Array
      : undefined
  readonly headers: { readonly [N in NonNullable<R['headers']>[number]]?: string }
  /** Where the caller is, as far as the gateway tells; only for limits, never stored in clear. */
  readonly caller: {
    readonly address: string
    readonly agent: string
    readonly requestId: string
    /** The page that sent this, as its browser says; absent for programs. */
    readonly origin?: string
  }
}

type BodyOf<A> = A extends GenericSchema ? InferOutput<A> : A extends 'empty' ? undefined : string

/** One of the answers that the route declares, with its body and headers. */
export type Reply<R extends Route> = {
  [S in keyof R['answers'] & number]: {
    readonly status: S
    readonly body: BodyOf<R['answers'][S]>
    readonly headers?: { readonly [name: string]: string | readonly string[] }
  }
}[keyof R['answers'] & number]
