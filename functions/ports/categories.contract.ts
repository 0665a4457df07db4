import * as assert from 'uvu/assert'
import type { Says } from '../../tests/support/desk-suite.ts'
import type { LedgerDesk } from '../../tests/support/ledger-desk.ts'
import { firstLimit } from '../domain/budget.ts'
import type { BudgetId, CategoryId } from '../domain/ids.ts'
import { fromStore } from '../domain/money.ts'
import { ok, refuse } from '../domain/result.ts'
import type { CategoryKind } from '../domain/transaction.ts'
import type { Category, CategoryFields } from './categories.ts'

const home: CategoryFields = { name: 'Home', kind: 'expense', archived: false }

export function categoriesContract(says: Says): void {
  says('adds a category, above or below', async ({ categories, scope, at, ids, clock }) => {
    const id = ids.next() as CategoryId
    const below = { ...home, name: 'Rolls', parentId: at.food }

    const row = { ...below, id, version: 1 }
    assert.equal(await categories.add(scope, id, below, clock.now()), ok({ row, outcome: 'added' }))
    assert.equal(await categories.find(scope, id), row)
    assert.equal(
      (await categories.list(scope)).map(({ name }) => name),
      ['Food', 'Bread', 'Rent', 'Pay', 'Rolls'],
    )
  })

  says('adds the same once, and not something else under its id', async (desk) => {
    const { categories, scope, clock } = desk
    const { id } = await added(desk, home)
    const { revision } = await desk.enter(scope.userId)

    const again = await categories.add(scope, id, home, clock.now())
    assert.is(again.ok && again.value.outcome, 'same')
    const other = await categories.add(scope, id, { ...home, archived: true }, clock.now())
    assert.equal(other, refuse({ kind: 'precondition-required' }))
    assert.is((await desk.enter(scope.userId)).revision, revision)
  })

  says('has one of a name below each parent and of each kind', async (desk) => {
    const { categories, scope, at, ids, clock } = desk
    const add = (fields: Partial<CategoryFields>) =>
      categories.add(scope, ids.next() as CategoryId, { ...home, ...fields }, clock.now())

    assert.equal(await add({ name: 'FOOD' }), refuse({ kind: 'name-taken', pointer: '/name' }))
    assert.ok((await add({ name: 'Food', parentId: at.rent })).ok)
    assert.ok((await add({ name: 'Food', kind: 'income' })).ok)
    assert.equal(await change(desk, at.rent, { name: 'food' }), refuse({ kind: 'name-taken', pointer: '/name' }))
    assert.equal(await add({ name: 'Food', parentId: at.rent }), refuse({ kind: 'name-taken', pointer: '/name' }))
  })

  says('has two levels', async (desk) => {
    const { at, strangers } = desk
    const parent = (kind: string) => refuse({ kind, pointer: '/parentId' })

    assert.equal(await change(desk, at.rent, { parentId: at.bread }), parent('category-depth'))
    assert.equal(await change(desk, at.food, { parentId: at.rent }), parent('category-depth'))
    assert.equal(await change(desk, at.rent, { parentId: at.pay }), parent('category-kind'))
    assert.equal(await change(desk, at.rent, { parentId: strangers.food }), parent('unknown-parent'))
    assert.ok((await change(desk, at.rent, { parentId: at.food })).ok)
  })

  says('moves, renames and archives, and a change that asks for nothing changes nothing', async (desk) => {
    const { categories, scope, at } = desk
    assert.equal(
      await change(desk, at.bread, { name: 'Breads', parentId: at.rent, archived: true }),
      ok({ id: at.bread, name: 'Breads', kind: 'expense', parentId: at.rent, archived: true, version: 2 }),
    )
    assert.equal(await change(desk, at.bread, {}), ok(await categories.find(scope, at.bread)))
    assert.is((await categories.find(scope, at.bread))?.version, 2)
  })

  says('changes and removes only the version that was asked for', async (desk) => {
    const { categories, scope, at, clock } = desk
    const mismatch = refuse({ kind: 'version-mismatch' })
    const edit = (before: Category) => ok({ ...before, name: 'Other' })

    assert.equal(await categories.change(scope, at.rent, 2, edit, clock.now()), mismatch)
    assert.equal(await categories.remove(scope, at.rent, 2), mismatch)
    assert.ok((await categories.change(scope, at.rent, 1, edit, clock.now())).ok)
    assert.equal(await categories.remove(scope, at.rent, 2), ok(undefined))
    assert.equal(await categories.remove(scope, at.rent, 2), ok(undefined))
  })

  says('keeps its kind once anything names it or follows it', async (desk) => {
    const { at } = desk
    const fixed = refuse({ kind: 'kind-fixed', pointer: '/kind' })

    assert.equal(await change(desk, at.food, { kind: 'income' }), fixed)
    for (const [name, use] of uses(desk)) {
      const category = await added(desk, { ...home, name })
      await use(category.id)
      assert.equal(await change(desk, category.id, { kind: 'income' }), fixed, name)
    }
    assert.ok((await change(desk, (await added(desk, home)).id, { kind: 'income' })).ok)
  })

  says('goes only when nothing ever named it', async (desk) => {
    const { categories, scope, at } = desk
    const used = refuse({ kind: 'in-use' })

    assert.equal(await categories.remove(scope, at.food, undefined), used)
    for (const [name, use] of uses(desk)) {
      const category = await added(desk, { ...home, name })
      await use(category.id)
      assert.equal(await categories.remove(scope, category.id, undefined), used, name)
    }
    assert.equal(await categories.remove(scope, at.rent, undefined), ok(undefined))
    assert.is(await categories.find(scope, at.rent), undefined)
  })

  says('merges into another of its kind, and brings it back as it was', async (desk) => {
    const { categories, scope, at } = desk
    const before = await categories.find(scope, at.rent)

    assert.equal(await merge(desk, at.rent, at.food), ok({ ...before, version: 2, mergedInto: at.food }))
    assert.equal(await merge(desk, at.rent, undefined), ok({ ...before, version: 3 }))
    assert.equal(await categories.find(scope, at.rent), { ...before, version: 3 })
    assert.equal(await merge(desk, at.rent, undefined), refuse({ kind: 'not-merged' }))
  })

  says('takes its aliases along, and gives them back', async (desk) => {
    const { categories, scope, at } = desk
    const { id } = await added(desk, home)
    const into = async (one: CategoryId) => (await categories.find(scope, one))?.mergedInto

    await merge(desk, id, at.rent)
    await merge(desk, at.rent, at.food)
    assert.equal([await into(id), await into(at.rent)], [at.food, at.food])

    await merge(desk, at.rent, undefined)
    assert.equal([await into(id), await into(at.rent)], [at.rent, undefined])
  })

  says('merged into an alias, goes where that is read; merged again, goes elsewhere', async (desk) => {
    const { at } = desk
    const { id } = await added(desk, home)
    await merge(desk, at.rent, at.food)

    const once = await merge(desk, id, at.rent)
    assert.is(once.ok && once.value.mergedInto, at.food)
    const again = await merge(desk, id, at.bread)
    assert.is(again.ok && again.value.mergedInto, at.bread)
  })

  says('merges the same twice without a second write', async (desk) => {
    const { scope, at } = desk
    const once = await merge(desk, at.rent, at.food)
    assert.equal(await merge(desk, at.rent, at.food), once)
    assert.is((await desk.enter(scope.userId)).revision, 1)
  })

  says('merges neither into itself, nor across kinds, nor children to a third level', async (desk) => {
    const { at, strangers } = desk
    const into = (kind: string) => refuse({ kind, pointer: '/into' })

    assert.equal(await merge(desk, at.rent, at.rent), into('merge-into-itself'))
    assert.equal(await merge(desk, at.rent, at.pay), into('category-kind'))
    assert.equal(await merge(desk, at.food, at.bread), into('category-depth'))
    assert.equal(await merge(desk, at.rent, strangers.food), into('unknown-category'))
    await merge(desk, at.rent, at.food)
    assert.equal(await merge(desk, at.food, at.rent), into('merge-into-itself'))
    assert.equal(await merge(desk, strangers.food, at.rent), refuse({ kind: 'not-found' }))
  })

  says('renames and archives an alias, and leaves it where it is', async (desk) => {
    const { at } = desk
    await merge(desk, at.rent, at.food)

    const renamed = await change(desk, at.rent, { name: 'Rents', archived: true })
    assert.equal(renamed.ok && [renamed.value.name, renamed.value.mergedInto], ['Rents', at.food])
    assert.equal(await change(desk, at.rent, { parentId: at.food }), refuse({ kind: 'category-merged' }))
    const below = { ...home, parentId: at.rent }
    const add = desk.categories.add(desk.scope, desk.ids.next() as CategoryId, below, desk.clock.now())
    assert.equal(await add, refuse({ kind: 'category-merged', pointer: '/parentId' }))
  })

  says('keeps what something is merged into, and what was merged into that', async (desk) => {
    const { categories, scope, at } = desk
    const { id } = await added(desk, home)
    await merge(desk, id, at.rent)
    await merge(desk, at.rent, at.food)

    assert.equal(await categories.remove(scope, at.rent, undefined), refuse({ kind: 'in-use' }))
    assert.equal(await categories.remove(scope, id, undefined), ok(undefined))
    assert.equal(await categories.remove(scope, at.rent, undefined), ok(undefined))
  })

  says('merging writes neither lines nor totals', async (desk) => {
    const { at } = desk
    await desk.record({ kind: 'expense', day: '2026-11-20', amount: '10.00', categoryId: at.rent })
    const before = await figures(desk)

    await merge(desk, at.rent, at.food)
    assert.equal(await figures(desk), before)
    await merge(desk, at.rent, undefined)
    await change(desk, at.rent, { parentId: at.food })
    assert.equal(await figures(desk), before)
  })

  says('is nobody else’s', async ({ categories, scope, stranger, at, clock }) => {
    const edit = (before: Category) => ok(before)

    assert.is(await categories.find(stranger, at.food), undefined)
    assert.equal(
      await categories.change(stranger, at.food, undefined, edit, clock.now()),
      refuse({ kind: 'not-found' }),
    )
    assert.equal(await categories.remove(stranger, at.rent, undefined), ok(undefined))
    assert.is((await categories.find(scope, at.rent))?.name, 'Rent')
  })
}

type Patch = Partial<Pick<Category, 'name' | 'parentId' | 'archived'>> & { readonly kind?: CategoryKind }

const change = ({ categories, scope, clock }: LedgerDesk, id: CategoryId, patch: Patch) =>
  categories.change(scope, id, undefined, (before) => ok({ ...before, ...patch }), clock.now())

const merge = ({ categories, scope, clock }: LedgerDesk, id: CategoryId, into: CategoryId | undefined) =>
  categories.merge(scope, id, into, clock.now())

async function added({ categories, scope, ids, clock }: LedgerDesk, fields: CategoryFields): Promise<Category> {
  const made = await categories.add(scope, ids.next() as CategoryId, fields, clock.now())
  if (!made.ok) throw new Error(made.error.kind)
  return made.value.row
}

async function figures({ db }: LedgerDesk) {
  return [await db.selectFrom('lines').selectAll().execute(), await db.selectFrom('totals').selectAll().execute()]
}

/** Every way in which a category can be named by something that is not a category. */
function uses(desk: LedgerDesk): readonly (readonly [string, (id: CategoryId) => Promise<unknown>])[] {
  const { transactions, budgets, scope, ids, clock } = desk
  const draft = { kind: 'expense' as const, day: '2026-11-20', amount: '1.00' }
  const everything = { currency: scope.currency, rule: { kind: 'month' as const, date: 1 }, archived: false }
  return [
    ['Spent on', (categoryId) => desk.record({ ...draft, categoryId })],
    ['Split', (categoryId) => desk.record({ ...draft, splits: [{ amount: '1.00', categoryId }] })],
    [
      'Limited',
      (categoryId) => {
        const limits = firstLimit(fromStore(100))
        return budgets.add(scope, ids.next() as BudgetId, { ...everything, categoryId }, limits, clock.now())
      },
    ],
    [
      'In the trash',
      async (categoryId) => {
        const id = await desk.record({ ...draft, categoryId })
        await transactions.apply(scope, [{ do: 'delete', id }], clock.now())
      },
    ],
  ]
}
