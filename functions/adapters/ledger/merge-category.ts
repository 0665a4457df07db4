import type { Transaction } from 'kysely'
import { mergeFault } from '../../domain/category-place.ts'
import type { CategoryId } from '../../domain/ids.ts'
import { type Merges, rerouted, rootOf, withMerge, withoutMerge } from '../../domain/merges.ts'
import type { Refusal } from '../../domain/refusal.ts'
import { ok, refuse } from '../../domain/result.ts'
import type { Category } from '../../ports/categories.ts'
import type { Instant } from '../../ports/clock.ts'
import type { LedgerScope } from '../../ports/scope.ts'
import { categoriesOf, one, stored } from './category-rows.ts'
import { untouched, type Worked } from './lock.ts'
import { reroute } from './reroute.ts'
import type { LedgerTables } from './schema.ts'

/** Makes an alias, or with undefined undoes it: aliases of an alias follow it there and back. */
export async function mergeCategory(
  trx: Transaction<LedgerTables>,
  scope: LedgerScope,
  id: CategoryId,
  into: CategoryId | undefined,
  now: Instant,
): Promise<Worked<Category, Refusal>> {
  const all = await stored(trx, scope)
  const before = one(all, id)
  if (!before) return refuse({ kind: 'not-found' })
  if (!into && !before.target) return refuse({ kind: 'not-merged' })
  if (into && !one(all, into)) return refuse({ kind: 'unknown-category', pointer: '/into' })

  const merges: Merges<CategoryId> = new Map(
    all.flatMap(({ category, target }) => (target ? [[category.id, target]] : [])),
  )
  const merged = into ? withMerge(merges, id, into) : ok(withoutMerge(merges, id))
  if (!merged.ok) return refuse({ ...merged.error, pointer: '/into' })
  const target = merged.value.get(id)
  if (target === before.target) return untouched(before.category)

  const read = one(all, rootOf(merged.value, id))?.category
  const others = categoriesOf(all).filter((other) => other.id !== id)
  const fault = target && read && mergeFault(before.category, read, others)
  if (fault) return refuse(fault)

  const moves = rerouted(merges, merged.value)
  await reroute(trx, 'categories', scope, { id, target }, moves, now)
  const { mergedInto: _, ...category } = before.category
  const version = category.version + (moves.has(id) ? 1 : 0)
  return ok({ ...category, version, ...(target && { mergedInto: target }) })
}
