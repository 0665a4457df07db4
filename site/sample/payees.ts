import { fold } from '../../functions/domain/fold.ts'
import { type PayeeId, parseId } from '../../functions/domain/ids.ts'
import { rootOf, withMerge, withoutMerge } from '../../functions/domain/merges.ts'
import type { Refusal } from '../../functions/domain/refusal.ts'
import { ok, type Result, refuse } from '../../functions/domain/result.ts'
import type { Transaction } from '../../functions/domain/transaction.ts'
import { listedView, payeeView } from '../../functions/views/payee-view.ts'
import type { Api } from '../api.ts'
import { uuidV7 } from '../uuid.ts'
import { answered, no, shown } from './answers.ts'
import { placeOf } from './filter.ts'
import { isNamed, isTaken, put, removed, rowIn } from './rows.ts'
import { type Payee, touch, treeOf, type World } from './world.ts'

type Calls = Api['payees']

export function payees(world: World): Calls {
  const rows = world.payees

  function add(text: string, name: string) {
    const known = rows.get(text)
    if (known) return answered(200, payeeView(known))
    const id = parseId<PayeeId>(text)
    const row = id ? named(world, { id, version: 0, name }, name) : refuse<Refusal>({ kind: 'not-found' })
    return row.ok ? answered(201, payeeView(row.value)) : no(row.error)
  }

  function change(id: string, headers: { readonly 'if-match'?: string } | undefined, name: string | undefined) {
    const before = rowIn(rows, id, headers)
    return shown(before.ok && name !== undefined ? named(world, before.value, name) : before, payeeView)
  }

  return {
    listPayees: async ({ query = {} }) => {
      const { text = '', limit = '50', cursor = '' } = query
      const all = [...rows.values()].filter(({ name }) => fold(name).startsWith(fold(text)))
      const sorted = all
        .sort((a, b) => (fold(a.name) < fold(b.name) ? -1 : 1))
        .filter(({ name }) => fold(name) > cursor)
      const items = sorted.slice(0, Number(limit))
      const last = sorted.length > items.length ? items.at(-1) : undefined
      return answered(200, {
        items: items.map((payee) => listedView(lastOf(world, payee))),
        ...(last && { next: fold(last.name) }),
      })
    },
    addPayee: async ({ body, headers }) => add(headers?.['idempotency-key'] ?? uuidV7(world.now()), body.name),
    getPayee: async ({ params }) => shown(rowIn(rows, params.id), payeeView),
    putPayee: async ({ params, headers, body }) =>
      headers?.['if-match'] ? change(params.id, headers, body.name) : add(params.id, body.name),
    changePayee: async ({ params, headers, body }) => change(params.id, headers, body.name),
    mergePayee: async ({ params, body }) => shown(merged(world, params.id, body.into), payeeView),
    removePayee: async ({ params, headers }) => {
      const leansOn = (id: string) => [...world.payeeMerges.values()].some((into) => into === id)
      const gone = removed(world, rows, params.id, headers, ({ id }) => leansOn(id) || isNamed(world, id))
      return gone.ok ? answered(204, undefined) : no(gone.error)
    },
  }
}

/** With how the latest entry that names it was filed, as that is read. */
function lastOf(world: World, payee: Payee): Parameters<typeof listedView>[0] {
  let last: Transaction | undefined
  for (const entry of world.entries.values()) {
    if (entry.payee?.id === payee.id && (!last || placeOf(entry) > placeOf(last))) last = entry
  }
  if (!last) return payee
  const { kind, accountId } = last
  const categoryId = last.categoryId && treeOf(world).read(last.categoryId)?.id
  return { ...payee, last: { kind, accountId, ...(categoryId && { categoryId }) } }
}

function named(world: World, before: Payee, text: string): Result<Payee, Refusal> {
  const name = text.trim()
  if (isTaken(world.payees.values(), name, before.id)) return refuse({ kind: 'name-taken', pointer: '/name' })
  return put(world, world.payees, { ...before, name, version: before.version + 1 })
}

/** An alias is read as another payee, there and back. */
function merged(world: World, text: string, into: string | null): Result<Payee, Refusal> {
  const before = rowIn(world.payees, text)
  if (!before.ok) return before
  const { id } = before.value
  const target = into === null ? undefined : world.payees.get(into)
  if (into !== null && !target) return refuse({ kind: 'unknown-payee', pointer: '/into' })
  if (into === null && !world.payeeMerges.has(id)) return refuse({ kind: 'not-merged' })

  const merges = target ? withMerge(world.payeeMerges, id, target.id) : ok(withoutMerge(world.payeeMerges, id))
  if (!merges.ok) return refuse({ ...merges.error, pointer: '/into' })
  world.payeeMerges = merges.value
  for (const { mergedInto, ...row } of [...world.payees.values()]) {
    const root = rootOf(merges.value, row.id)
    const now = root === row.id ? undefined : root
    if (now !== mergedInto)
      world.payees.set(row.id, { ...row, version: row.version + 1, ...(now && { mergedInto: now }) })
  }
  touch(world)
  return rowIn(world.payees, id)
}
