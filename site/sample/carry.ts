import type { CategoryView } from '../../functions/api/categories.ts'
import { presetsFor } from '../../functions/domain/presets.ts'
import { uuid5 } from '../../functions/domain/uuid5.ts'
import { ownCategories } from '../../functions/sample/words.ts'
import type { Api } from '../api.ts'
import { here } from '../state/book.ts'
import { sampleLedger } from './world.ts'

/**
 * Makes the categories of a new ledger those of the sample: its own ones are added, presets that were renamed, moved or
 * archived there are so here, and what was merged is merged. Ids that follow from a ledger follow from the new one.
 */
export async function carry(api: Api, ledgerId: string, carried: readonly CategoryView[]): Promise<void> {
  const listed = await api.categories.listCategories({ params: here })
  if (!listed.ok) return
  const idOf = idsIn(ledgerId)
  const known = new Map(listed.value.body.items.map((one) => [one.id, one]))
  const wanted = carried.map((one) => ({ ...one, id: idOf(one.id), parentId: one.parentId && idOf(one.parentId) }))

  // who has no parent comes first: a parent is there before its children
  for (const { id, name, kind, parentId, archived } of [...wanted].sort(
    (a, b) => Number(!!a.parentId) - Number(!!b.parentId),
  )) {
    const before = known.get(id)
    const params = { ...here, id }
    const isSame = before && before.name === name && before.parentId === parentId && before.archived === archived
    if (!before) await api.categories.putCategory({ params, body: { name, kind, parentId, archived } })
    else if (!isSame)
      await api.categories.changeCategory({ params, body: { name, parentId: parentId ?? null, archived } })
  }
  const kept = new Set(wanted.map(({ id }) => id))
  for (const id of [...known.keys()].reverse()) {
    if (!kept.has(id)) await api.categories.removeCategory({ params: { ...here, id } })
  }
  for (const { id, mergedInto } of wanted) {
    if (mergedInto) await api.categories.mergeCategory({ params: { ...here, id }, body: { into: idOf(mergedInto) } })
  }
}

/** From an id of the sample's ledger to that of the same category in another; one that somebody made keeps its own. */
function idsIn(ledgerId: string): (id: string) => string {
  const names = [...presetsFor('en').categories.map(({ key }) => key), ...Object.keys(ownCategories)]
  const ids = names.map((key) => [uuid5(sampleLedger, `category:${key}`), uuid5(ledgerId, `category:${key}`)] as const)
  const byId = new Map<string, string>(ids)
  return (id) => byId.get(id) ?? id
}
