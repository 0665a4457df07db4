import type { Kysely, Selectable } from 'kysely'
import type { CategoryId } from '../../domain/ids.ts'
import type { Category, CategoryFields } from '../../ports/categories.ts'
import type { LedgerScope } from '../../ports/scope.ts'
import { nameKey } from './name-key.ts'
import type { CategoriesTable, LedgerTables } from './schema.ts'

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
  const all = db.selectFrom('categories').selectAll().where('ledger_id', '=', scope.ledgerId)
  const rows = await (id ? all.where('id', '=', id) : all.orderBy('created_ms').orderBy('id')).execute()
  return rows.map((row) => ({ category: fromRow(row), target: (row.merge_target ?? undefined) as CategoryId }))
}

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

function fromRow(row: Selectable<CategoriesTable>): Category {
  return {
    id: row.id as CategoryId,
    version: Number(row.version),
    name: row.name,
    kind: row.kind,
    ...(row.parent_id !== null && { parentId: row.parent_id as CategoryId }),
    archived: Number(row.archived) === 1,
    ...(row.merged_into !== null && { mergedInto: row.merged_into as CategoryId }),
  }
}
