import { mergeFault, placeFault } from '../../functions/domain/category-place.ts'
import { type CategoryId, parseId } from '../../functions/domain/ids.ts'
import { rootOf, withMerge, withoutMerge } from '../../functions/domain/merges.ts'
import type { Refusal } from '../../functions/domain/refusal.ts'
import { ok, type Result, refuse } from '../../functions/domain/result.ts'
import { categoryView } from '../../functions/views/category-view.ts'
import type { Api } from '../api.ts'
import { uuidV7 } from '../uuid.ts'
import { answered, no, shown } from './answers.ts'
import { isNamed, isTaken, put, removed, rowIn } from './rows.ts'
import { type Category, touch, type World } from './world.ts'

type Calls = Api['categories']
type Body = Parameters<Calls['addCategory']>[0]['body']
type Headers = { readonly 'if-match'?: string } | undefined

export function categories(world: World): Calls {
  const rows = world.categories

  function add(id: string, body: Body) {
    const known = rows.get(id)
    if (known) return answered(200, categoryView(known))
    const row = placed(world, id, body, undefined)
    return row.ok ? answered(201, categoryView(row.value)) : no(row.error)
  }

  function change(id: string, headers: Headers, patch: Parameters<Calls['changeCategory']>[0]['body']) {
    const before = rowIn(rows, id, headers)
    if (!before.ok) return no(before.error)
    const { name, kind, archived } = before.value
    const parentId = patch.parentId === undefined ? before.value.parentId : (patch.parentId ?? undefined)
    const body = {
      name: patch.name ?? name,
      kind: patch.kind ?? kind,
      parentId,
      archived: patch.archived ?? archived,
    }
    return shown(placed(world, id, body, before.value), categoryView)
  }

  return {
    listCategories: async () => answered(200, { items: [...rows.values()].map(categoryView) }),
    addCategory: async ({ body, headers }) => add(headers?.['idempotency-key'] ?? uuidV7(world.now()), body),
    getCategory: async ({ params }) => shown(rowIn(rows, params.id), categoryView),
    putCategory: async ({ params, headers, body }) =>
      headers?.['if-match'] ? change(params.id, headers, { parentId: null, ...body }) : add(params.id, body),
    changeCategory: async ({ params, headers, body }) => change(params.id, headers, body),
    mergeCategory: async ({ params, body }) => shown(merged(world, params.id, body.into), categoryView),
    removeCategory: async ({ params, headers }) => {
      const gone = removed(world, rows, params.id, headers, ({ id }) => isUsed(world, id))
      return gone.ok ? answered(204, undefined) : no(gone.error)
    },
  }
}

function isUsed(world: World, id: string): boolean {
  const leans = [...world.categories.values()].some(({ parentId, mergedInto }) => parentId === id || mergedInto === id)
  return leans || isNamed(world, id) || [...world.budgets.values()].some(({ categoryId }) => categoryId === id)
}

function placed(world: World, text: string, body: Body, before: Category | undefined): Result<Category, Refusal> {
  const id = parseId<CategoryId>(text)
  const parentId = body.parentId === undefined ? undefined : parseId<CategoryId>(body.parentId)
  if (!id) return refuse({ kind: 'not-found' })
  const row: Category = {
    id,
    version: (before?.version ?? 0) + 1,
    name: body.name.trim(),
    kind: body.kind,
    ...(parentId && { parentId }),
    archived: body.archived ?? false,
    ...(before?.mergedInto && { mergedInto: before.mergedInto }),
  }
  const others = [...world.categories.values()].filter((other) => other.id !== id)
  const fault = placeFault(row, before, others)
  if (fault) return refuse(fault)
  const beside = others.filter((other) => other.kind === row.kind && other.parentId === row.parentId)
  if (isTaken(beside, row.name, id)) return refuse({ kind: 'name-taken', pointer: '/name' })
  return put(world, world.categories, row)
}

/** An alias is read as another one of its kind, there and back. */
function merged(world: World, text: string, into: string | null): Result<Category, Refusal> {
  const before = rowIn(world.categories, text)
  if (!before.ok) return before
  const { id } = before.value
  const target = into === null ? undefined : world.categories.get(into)
  if (into !== null && !target) return refuse({ kind: 'unknown-category', pointer: '/into' })
  if (into === null && !world.categoryMerges.has(id)) return refuse({ kind: 'not-merged' })

  const merges = target ? withMerge(world.categoryMerges, id, target.id) : ok(withoutMerge(world.categoryMerges, id))
  if (!merges.ok) return refuse({ ...merges.error, pointer: '/into' })
  const read = world.categories.get(rootOf(merges.value, id))
  const others = [...world.categories.values()].filter((other) => other.id !== id)
  const fault = target && read && mergeFault(before.value, read, others)
  if (fault) return refuse(fault)

  world.categoryMerges = merges.value
  for (const { mergedInto, ...row } of [...world.categories.values()]) {
    const root = rootOf(merges.value, row.id)
    const now = root === row.id ? undefined : root
    if (now !== mergedInto)
      world.categories.set(row.id, { ...row, version: row.version + 1, ...(now && { mergedInto: now }) })
  }
  touch(world)
  return rowIn(world.categories, id)
}
