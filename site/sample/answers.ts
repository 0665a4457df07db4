import type { Refusal } from '../../functions/domain/refusal.ts'
import { ok, type Result, refuse } from '../../functions/domain/result.ts'
import type { Problem } from '../api.ts'

/** What the page is told where the server would send a problem document. */
export function no(refusal: Refusal): { readonly ok: false; readonly error: Problem } {
  const { kind, pointer } = refusal
  const errors = pointer === undefined ? [] : [{ pointer, code: kind, message: '' }]
  return refuse({ kind: 'refused', code: kind, errors, retryAfterS: 0 })
}

export function answered<Status extends number, Body>(status: Status, body: Body) {
  return ok({ status, body })
}

/** A row as its view, or why not. */
export function shown<Row, Shown>(result: Result<Row, Refusal>, view: (row: Row) => Shown) {
  return result.ok ? answered(200, view(result.value)) : no(result.error)
}
