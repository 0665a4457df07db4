import type { Kysely } from 'kysely'
import type { CategoryId } from '../../domain/ids.ts'
import type { Mutable } from '../../domain/mutable.ts'
import type { CategoryKind } from '../../domain/transaction.ts'
import type { Category, CategoryFields } from '../../ports/categories.ts'
import type { LedgerScope } from '../../ports/scope.ts'
import { tuplesOf } from '../sql/piece.ts'
import { nameKey } from './name-key.ts'
import type { LedgerTables } from './schema.ts'

/** A category with the step that its merge took, if it is an alias. */
export interface Stored {
  readonly category: Category
  readonly target: CategoryId | undefined
}

/** All of the ledger's in the order in which they were made, or only that of an id. */
export async function stored(
  db: Kysely<LedgerTables>,
  scope: LedgerScope,
  id?: CategoryId,
): Promise<readonly Stored[]> {
  const { ledgerId } = scope
  const rows = await tuplesOf<Row>(
    db,
    id ? { text: ofId, values: [ledgerId, id] } : { text: ofAll, values: [ledgerId] },
  )
  return rows.map((row) => ({ category: fromRow(row), target: (row[7] ?? undefined) as CategoryId }))
}

type Row = readonly [
  id: string,
  version: bigint | number | string,
  name: string,
  kind: CategoryKind,
  parent: string | null,
  archived: bigint | number | string,
  mergedInto: string | null,
  target: string | null,
]

const select = `select id, version, name, kind, parent_id, archived, merged_into, merge_target
  from categories where ledger_id = ?`
const ofAll = `${select} order by created_ms, id`
const ofId = `${select} and id = ?`

export const one = (all: readonly Stored[], id: CategoryId) => all.find(({ category }) => category.id === id)

export const categoriesOf = (all: readonly Stored[]) => all.map(({ category }) => category)

const written = ({ name, kind, parentId, archived }: CategoryFields) => [name, kind, parentId, archived].join('\n')

export const isSame = (a: CategoryFields, b: CategoryFields) => written(a) === written(b)

export function toRow({ id, version, name, kind, parentId, archived }: Category) {
  return {
    id,
    version,
    name,
    name_key: nameKey(name),
    kind,
    parent_id: parentId ?? null,
    parent_key: parentId ?? '-',
    archived: archived ? (1 as const) : (0 as const),
  }
}

function fromRow([id, version, name, kind, parentId, archived, mergedInto]: Row): Category {
  const category: Mutable<Category> = {
    id: id as CategoryId,
    version: Number(version),
    name,
    kind,
    archived: Number(archived) === 1,
  }
  if (parentId !== null) category.parentId = parentId as CategoryId
  if (mergedInto !== null) category.mergedInto = mergedInto as CategoryId
  return category
}
