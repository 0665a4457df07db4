import { ok, type Result, refuse } from './result.ts'

/** What was merged into what, one step each. Reads follow the steps to the end; undoing takes one step back out. */
export type Merges<Id extends string> = ReadonlyMap<Id, Id>

/** Where reads go: itself, unless it was merged. */
export function rootOf<Id extends string>(merges: Merges<Id>, id: Id): Id {
  let root = id
  for (let next = merges.get(root); next !== undefined; next = merges.get(root)) root = next
  return root
}

/** Merged again, it goes elsewhere. The step leads to where `into` is read now, so that nothing is merged into an alias. */
export function withMerge<Id extends string>(
  merges: Merges<Id>,
  id: Id,
  into: Id,
): Result<Merges<Id>, { readonly kind: 'merge-into-itself' }> {
  const others = withoutMerge(merges, id)
  const target = rootOf(others, into)
  return target === id ? refuse({ kind: 'merge-into-itself' }) : ok(new Map([...others, [id, target]]))
}

/** It stands on its own again, and what had been merged into it is read as it again. */
export function withoutMerge<Id extends string>(merges: Merges<Id>, id: Id): Merges<Id> {
  return new Map([...merges].filter(([from]) => from !== id))
}

/** Everything whose reads go elsewhere after than before: where to, undefined for itself. */
export function rerouted<Id extends string>(before: Merges<Id>, after: Merges<Id>): ReadonlyMap<Id, Id | undefined> {
  const ids = [...new Set([...before.keys(), ...after.keys()])]
  const moved = ids.filter((id) => rootOf(before, id) !== rootOf(after, id))
  return new Map(moved.map((id) => [id, after.has(id) ? rootOf(after, id) : undefined]))
}
