import { fold } from '../../functions/domain/fold.ts'
import type { Refusal } from '../../functions/domain/refusal.ts'
import { ok, type Result, refuse } from '../../functions/domain/result.ts'
import { touch, type World } from './world.ts'

interface Row {
  readonly id: string
  readonly version: number
}

type Headers = { readonly 'if-match'?: string } | undefined

/** Another row of the name, where names are told apart as the server tells them. */
export function isTaken<Named extends { readonly id: string; readonly name: string }>(
  rows: Iterable<Named>,
  name: string,
  id: string,
): boolean {
  return [...rows].some((row) => row.id !== id && fold(row.name) === fold(name))
}

/** Puts a row in its place that was found to be right; one that says nothing new leaves the old one there. */
export function put<R extends Row>(world: World, rows: Map<string, R>, row: R): Result<R, Refusal> {
  const before = rows.get(row.id)
  if (before && written(before) === written(row)) return ok(before)
  rows.set(row.id, row)
  touch(world)
  return ok(row)
}

function written(row: Row): string {
  const plain = { ...row, version: 0 }
  return JSON.stringify(plain, (_, value) => (typeof value === 'bigint' ? String(value) : value))
}

/** The row of that id, if it is there in the version that was asked for. */
export function rowIn<R extends Row>(rows: ReadonlyMap<string, R>, id: string, headers?: Headers): Result<R, Refusal> {
  const row = rows.get(id)
  if (!row) return refuse({ kind: 'not-found' })
  const asked = headers?.['if-match']
  return asked === undefined || asked === '*' || asked === `"${row.version}"`
    ? ok(row)
    : refuse({ kind: 'version-mismatch' })
}

/** Twice is the same as once. */
export function removed<R extends Row>(
  world: World,
  rows: Map<string, R>,
  id: string,
  headers: Headers,
  isUsed: (row: R) => boolean,
): Result<undefined, Refusal> {
  const row = rowIn(rows, id, headers)
  if (!row.ok) return row.error.kind === 'not-found' ? ok(undefined) : row
  if (isUsed(row.value)) return refuse({ kind: 'in-use' })
  rows.delete(id)
  touch(world)
  return ok(undefined)
}

/** Whether an entry, one in the trash too, has a part for which this holds. */
export function isNamed({ entries, trash }: World, id: string): boolean {
  const all = [...entries.values(), ...[...trash.values()].map(({ entry }) => entry)]
  return all.some(
    (entry) =>
      [entry.accountId, entry.to?.accountId, entry.categoryId, entry.payee?.id].some((one) => one === id) ||
      entry.splits.some((split) => split.categoryId === id),
  )
}
