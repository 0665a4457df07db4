/** What a function hands back when "no" is one of its proper answers: the value, or why not. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E }

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value }
}

/** Says no with a value, usually `{ kind: '…' }`. Breakage is not refused but thrown. */
export function refuse<const E>(error: E): { readonly ok: false; readonly error: E } {
  return { ok: false, error }
}
