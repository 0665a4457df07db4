import type { Kysely } from 'kysely'
import { placeFault } from '../../domain/category-place.ts'
import { isOther } from '../../domain/if-version.ts'
import type { Refusal } from '../../domain/refusal.ts'
import { ok, refuse } from '../../domain/result.ts'
import type { Added } from '../../ports/accounts.ts'
import type { Categories, Category } from '../../ports/categories.ts'
import { categoriesOf, isSame, one, stored, toRow } from './category-rows.ts'
import { inLedger, untouched } from './lock.ts'
import { mergeCategory } from './merge-category.ts'
import { unlessTaken } from './name-key.ts'
import { forgetOrigin, isRepeat, noteOrigin } from './origins.ts'
import type { LedgerTables } from './schema.ts'
import { categoryIsUsed } from './used.ts'

/** A ledger has few categories: writes read them all, and judge a change with the others in sight. */
export function sqlCategories(db: Kysely<LedgerTables>): Categories {
  return {
    list: async (scope) => (await stored(db, scope)).map(({ category }) => category),

    find: async (scope, id) => one(await stored(db, scope, id), id)?.category,

    add: (scope, id, fields, now, bodyHash) =>
      inLedger<Added<Category>, Refusal>(db, scope.ledgerId, async (trx) => {
        const all = await stored(trx, scope)
        const known = one(all, id)?.category
        const made = { list: 'categories', id } as const
        if (known && (await isRepeat(trx, scope, made, bodyHash, isSame(known, fields))))
          return untouched({ row: known, outcome: 'same' })
        if (known) return refuse({ kind: 'precondition-required' })

        const row: Category = { ...fields, id, version: 1 }
        const fault = placeFault(row, undefined, categoriesOf(all))
        if (fault) return refuse(fault)
        const stamps = { preset: null, created_ms: now, touched_ms: now }
        const insert = trx.insertInto('categories').values({ ledger_id: scope.ledgerId, ...toRow(row), ...stamps })
        const added = await unlessTaken<Added<Category>>({ row, outcome: 'added' }, insert.execute())
        if (added.ok) await noteOrigin(trx, scope, made, bodyHash)
        return added
      }),

    change: (scope, id, ifVersion, edit, now) =>
      inLedger<Category, Refusal>(db, scope.ledgerId, async (trx) => {
        const all = await stored(trx, scope)
        const before = one(all, id)?.category
        if (!before) return refuse({ kind: 'not-found' })
        if (isOther(ifVersion, before.version)) return refuse({ kind: 'version-mismatch' })
        const fields = edit(before)
        if (!fields.ok) return fields
        if (isSame(before, fields.value)) return untouched(before)

        const { mergedInto } = before
        const after = { ...fields.value, id, version: before.version + 1, ...(mergedInto && { mergedInto }) }
        const others = categoriesOf(all).filter((other) => other.id !== id)
        const fault = placeFault(after, before, others)
        if (fault) return refuse(fault)
        if (after.kind !== before.kind && (await categoryIsUsed(trx, scope, id)))
          return refuse({ kind: 'kind-fixed', pointer: '/kind' })
        const update = trx
          .updateTable('categories')
          .set({ ...toRow(after), touched_ms: now })
          .where('ledger_id', '=', scope.ledgerId)
          .where('id', '=', id)
        return unlessTaken(after, update.execute())
      }),

    merge: (scope, id, into, now) =>
      inLedger<Category, Refusal>(db, scope.ledgerId, (trx) => mergeCategory(trx, scope, id, into, now)),

    remove: (scope, id, ifVersion) =>
      inLedger<undefined, Refusal>(db, scope.ledgerId, async (trx) => {
        const all = await stored(trx, scope)
        const category = one(all, id)?.category
        if (!category) return untouched(undefined)
        if (isOther(ifVersion, category.version)) return refuse({ kind: 'version-mismatch' })
        const leantOn = all.some((other) => other.category.parentId === id || other.target === id)
        if (leantOn || (await categoryIsUsed(trx, scope, id))) return refuse({ kind: 'in-use' })

        await trx.deleteFrom('categories').where('ledger_id', '=', scope.ledgerId).where('id', '=', id).execute()
        await forgetOrigin(trx, scope, { list: 'categories', id })
        return ok(undefined)
      }),
  }
}
