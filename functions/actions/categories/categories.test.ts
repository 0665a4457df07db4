import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { deskApi } from '../../../tests/support/desk-api.ts'
import { ledgerDesk } from '../../../tests/support/ledger-desk.ts'
import { type CategoryView, categories } from '../../api/categories.ts'
import { addCategory } from './add-category.ts'
import { changeCategory } from './change-category.ts'
import { getCategory } from './get-category.ts'
import { listCategories } from './list-categories.ts'
import { mergeCategory } from './merge-category.ts'
import { putCategory } from './put-category.ts'
import { removeCategory } from './remove-category.ts'

const sorting = suite('keeping categories')
const id = '00000000-0000-7000-8000-0000000000aa'
const home = { name: ' Home ', kind: 'expense' }

sorting('makes one, once, below another where asked', async () => {
  const { desk, ask } = await sit()
  const body = { ...home, parentId: desk.at.food }
  const post = () => ask('POST /categories', { body, headers: { 'idempotency-key': id } })

  const made = await post()
  const view = { id, version: 1, name: 'Home', kind: 'expense', parentId: desk.at.food, archived: false }
  assert.equal([made.status, made.headers.etag, made.body], [201, '"1"', view])
  assert.is((await post()).status, 200)
  assert.is((await ask(`PUT /categories/${id}`, { body })).status, 200)
  assert.is((await ask(`PUT /categories/${id}`, { body: home })).status, 428)
  assert.equal((await ask(`GET /categories/${id}`)).body, view)
})

sorting('replaces whole with If-Match, and in part with PATCH', async () => {
  const { desk, ask } = await sit()
  await ask(`PUT /categories/${id}`, { body: { ...home, parentId: desk.at.food } })

  const part = await ask(`PATCH /categories/${id}`, { body: { name: 'House' } })
  assert.equal([(part.body as CategoryView).name, (part.body as CategoryView).parentId], ['House', desk.at.food])
  const whole = await ask(`PUT /categories/${id}`, { body: home, headers: { 'if-match': '"2"' } })
  assert.equal(whole.body, { id, version: 3, name: 'Home', kind: 'expense', archived: false })
  assert.is((await ask(`PUT /categories/${id}`, { body: home, headers: { 'if-match': '"2"' } })).status, 412)
})

sorting('moves up when its parent is set to null', async () => {
  const { desk, ask } = await sit()
  const moved = await ask(`PATCH /categories/${desk.at.bread}`, { body: { parentId: null } })
  assert.equal([moved.status, (moved.body as CategoryView).parentId], [200, undefined])
})

sorting('says why not', async () => {
  const { desk, ask } = await sit()
  const { bread, pay, food } = desk.at
  for (const [line, body, fault] of [
    ['POST /categories', { ...home, name: 'food' }, '409 name-taken'],
    ['POST /categories', { ...home, parentId: bread }, '422 category-depth'],
    ['POST /categories', { ...home, parentId: pay }, '422 category-kind'],
    ['POST /categories', { ...home, parentId: desk.strangers.food }, '422 unknown-parent'],
    [`PATCH /categories/${food}`, { kind: 'income' }, '422 kind-fixed'],
    [`POST /categories/${food}/merge`, { into: food }, '422 merge-into-itself'],
    [`POST /categories/${food}/merge`, { into: null }, '409 not-merged'],
    [`POST /categories/${food}/merge`, { into: desk.strangers.food }, '422 unknown-category'],
    [`POST /categories/${desk.strangers.food}/merge`, { into: food }, '404 not-found'],
  ] as const) {
    const answer = await ask(line, { body })
    assert.is(`${answer.status} ${(answer.body as { code: string }).code}`, fault)
  }
})

sorting('merges and undoes', async () => {
  const { desk, ask } = await sit()
  const merge = (into: string | null) => ask(`POST /categories/${desk.at.rent}/merge`, { body: { into } })

  assert.is(((await merge(desk.at.food)).body as CategoryView).mergedInto, desk.at.food)
  const undone = await merge(null)
  assert.equal([undone.headers.etag, (undone.body as CategoryView).mergedInto], ['"3"', undefined])
})

sorting('lists all, and drops those never used', async () => {
  const { desk, ask } = await sit()
  assert.is((await ask(`DELETE /categories/${desk.at.food}`)).status, 409)
  assert.is((await ask(`DELETE /categories/${desk.at.rent}`, { headers: { 'if-match': '"2"' } })).status, 412)
  assert.is((await ask(`DELETE /categories/${desk.at.rent}`)).status, 204)
  assert.is((await ask(`GET /categories/${desk.at.rent}`)).status, 404)
  const { items } = (await ask('GET /categories')).body as { items: CategoryView[] }
  assert.equal(
    items.map(({ name }) => name),
    ['Food', 'Bread', 'Pay'],
  )
})

async function sit() {
  const desk = await ledgerDesk()
  const one = { addCategory, getCategory, putCategory, changeCategory, mergeCategory, removeCategory }
  return { desk, ask: deskApi(desk, categories, { listCategories, ...one }) }
}

sorting.run()
