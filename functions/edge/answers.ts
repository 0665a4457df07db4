import type { Refusal } from '../domain/refusal.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { Added } from '../ports/accounts.ts'
import { etag } from './conditional.ts'

// The answers that every kind of row has in common; each carries its version as ETag.

type View<Row, Shown> = (row: Row) => Shown
type Versioned = { readonly version: number }

export function found<Row, Shown extends Versioned>(row: Row | undefined, view: View<Row, Shown>) {
  return row === undefined ? refuse<Refusal>({ kind: 'not-found' }) : ok({ status: 200 as const, ...shown(view(row)) })
}

export function changed<Row, Shown extends Versioned>(result: Result<Row, Refusal>, view: View<Row, Shown>) {
  return result.ok ? ok({ status: 200 as const, ...shown(view(result.value)) }) : result
}

/** 201 for what is new, 200 with the row as it is now for what was asked for before. */
export function made<Row, Shown extends Versioned>(result: Result<Added<Row>, Refusal>, view: View<Row, Shown>) {
  if (!result.ok) return result
  const { row, outcome } = result.value
  return ok({ status: outcome === 'added' ? (201 as const) : (200 as const), ...shown(view(row)) })
}

export function removed(result: Result<undefined, Refusal>) {
  return result.ok ? ok({ status: 204 as const, body: undefined }) : result
}

const shown = <Shown extends Versioned>(body: Shown) => ({ body, headers: { etag: etag(body.version) } })
