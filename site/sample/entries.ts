import type { BatchChange, TransactionView } from '../../functions/api/transactions.ts'
import { csvHead, csvLines, csvNames } from '../../functions/domain/entry-csv.ts'
import type { Refusal } from '../../functions/domain/refusal.ts'
import { type Result, refuse } from '../../functions/domain/result.ts'
import type { Transaction } from '../../functions/domain/transaction.ts'
import { transactionView } from '../../functions/views/transaction-view.ts'
import type { Api } from '../api.ts'
import type { Filter } from '../state/filter.ts'
import { uuidV7 } from '../uuid.ts'
import { answered, no } from './answers.ts'
import { apply, type Change, type Done, inPlace } from './door.ts'
import { badDayIn, found, placeOf } from './filter.ts'
import type { World } from './world.ts'

type Calls = Api['transactions']

export function entries(world: World): Calls {
  const view = (entry: Transaction) => viewIn(world, entry)

  function one(change: Change): Result<Done, Refusal> {
    const done = apply(world, [change])
    if (!done.ok) return refuse(done.error.refusal)
    const [only] = done.value
    return only ? { ok: true, value: only } : refuse({ kind: 'not-found' })
  }

  function changed<Status extends number>(change: Change, statusOf: (outcome: Done['outcome']) => Status) {
    const done = one(change)
    if (!done.ok) return no(done.error)
    const { entry, outcome } = done.value
    return entry ? answered(statusOf(outcome), view(entry)) : no({ kind: 'not-found' })
  }

  const made = (outcome: Done['outcome']) => (outcome === 'created' ? 201 : 200)

  return {
    listTransactions: async ({ query = {} }) => listed(world, query),
    listDays: async ({ query = {} }) => {
      const pointer = badDayIn(query)
      if (pointer) return no({ kind: 'bad-day', text: '', pointer })
      const days = new Map<string, number>()
      for (const { day } of found(world, query)) days.set(day, (days.get(day) ?? 0) + 1)
      return answered(200, { items: [...days].map(([day, entries]) => ({ day, entries })) })
    },
    addTransaction: async ({ body, headers }) =>
      changed({ do: 'create', id: headers?.['idempotency-key'] ?? uuidV7(world.now()), draft: body }, made),
    listTrash: async () => {
      const all = [...world.trash.values()].sort((a, b) => b.deletedAt - a.deletedAt)
      const items = all.map(({ entry, deletedAt }) => ({
        deletedAt,
        deletedBy: world.head.ledgerId,
        transaction: view(entry),
      }))
      return answered(200, { items })
    },
    exportTransactions: async ({ query = {} }) => {
      const names = csvNames([...world.accounts.values()], [...world.categories.values()])
      return answered(
        200,
        csvHead +
          found(world, query)
            .flatMap((entry) => csvLines(named(world, entry), names))
            .join(''),
      )
    },
    batchTransactions: async ({ body }) => {
      const done = apply(
        world,
        body.changes.map((change) => changeFrom(change, world)),
      )
      if (!done.ok) {
        const { refusal, n } = done.error
        const change = body.changes[n]
        const part = change && ('transaction' in change ? '/transaction' : 'patch' in change ? '/patch' : '')
        return no(inPlace(refusal, n, part ?? ''))
      }
      const results = done.value.map(({ id, outcome, entry }) => ({
        id,
        outcome,
        ...(entry && { transaction: view(entry) }),
      }))
      return answered(200, { results })
    },
    getTransaction: async ({ params: { id } }) => {
      const entry = world.entries.get(id)
      return entry ? answered(200, view(entry)) : no({ kind: world.trash.has(id) ? 'gone' : 'not-found' })
    },
    putTransaction: async ({ params: { id }, body, headers }) => {
      const version = versionIn(headers)
      return changed(
        version === undefined ? { do: 'create', id, draft: body } : { do: 'replace', id, version, draft: body },
        made,
      )
    },
    changeTransaction: async ({ params: { id }, body, headers }) =>
      changed({ do: 'patch', id, version: versionIn(headers), patch: body }, () => 200 as const),
    removeTransaction: async ({ params: { id }, headers }) => {
      const done = one({ do: 'delete', id, version: versionIn(headers) })
      return done.ok ? answered(204, undefined) : no(done.error)
    },
    restoreTransaction: async ({ params: { id } }) => {
      const done = one({ do: 'restore', id })
      return done.ok && done.value.entry ? answered(200, view(done.value.entry)) : no({ kind: 'not-found' })
    },
  }
}

function listed(
  world: World,
  query: Filter & { readonly limit?: string | undefined; readonly cursor?: string | undefined },
) {
  const pointer = badDayIn(query)
  if (pointer) return no({ kind: 'bad-day', text: '', pointer })
  const { limit = '50', cursor } = query
  const all = found(world, query)
  const rest = cursor === undefined ? all : all.filter((entry) => placeOf(entry) < cursor)
  const shown = rest.slice(0, Number(limit))
  const last = rest.length > shown.length ? shown.at(-1) : undefined
  return answered(200, {
    items: shown.map((entry) => viewIn(world, entry)),
    ...(last && { next: placeOf(last) }),
  })
}

/** Payees may have been renamed or merged since the entry was made. */
function named(world: World, entry: Transaction): Transaction {
  const own = entry.payee && world.payees.get(entry.payee.id)
  const read = own?.mergedInto ? world.payees.get(own.mergedInto) : own
  return own && read ? { ...entry, payee: { id: own.id, name: read.name } } : entry
}

export const viewIn = (world: World, entry: Transaction): TransactionView => transactionView(named(world, entry))

function changeFrom(change: BatchChange, { now }: World): Change {
  switch (change.op) {
    case 'create':
      return { do: 'create', id: change.id ?? uuidV7(now()), draft: change.transaction }
    case 'replace':
      return { do: 'replace', id: change.id, version: change.version, draft: change.transaction }
    case 'patch':
      return { do: 'patch', id: change.id, version: change.version, patch: change.patch }
    case 'delete':
      return { do: 'delete', id: change.id, version: change.version }
    case 'restore':
      return { do: 'restore', id: change.id }
  }
}

function versionIn(headers: { readonly 'if-match'?: string } | undefined): number | undefined {
  const version = /"(\d+)"/.exec(headers?.['if-match'] ?? '')?.[1]
  return version === undefined ? undefined : Number(version)
}
