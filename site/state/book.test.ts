import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { book, deskWith, ids } from '../../tests/browser/desk.ts'
import { choices } from '../forms/choices.ts'
import { accountOf, categoryName, colourOf, readBook } from './book.ts'

const naming = suite('the book')

naming('names a category with its parent, and an alias by what it was merged into', () => {
  assert.is(categoryName(book, ids.bakery), 'Food · Bakery')
  assert.is(categoryName(book, ids.cakes), 'Food · Bakery')
  assert.is(categoryName(book, ids.food), 'Food')
  assert.is(categoryName(book, 'gone'), undefined)
  assert.is(accountOf(book, ids.everyday)?.name, 'Everyday')
})

naming('gives a category its colour for good: presets first, then in the order of their making', () => {
  assert.equal(
    [ids.food, ids.home, ids.pets].map((id) => colourOf(book, id)),
    [1, 2, 3],
  )
  assert.is(colourOf(book, ids.bakery), 1)
  assert.is(colourOf(book, undefined), undefined)

  const newer = {
    id: '01990001-0000-7000-8000-000000000000',
    version: 1,
    name: 'A',
    kind: 'expense' as const,
    archived: false,
  }
  const more = { ...book, categories: [newer, ...book.categories] }
  assert.equal(
    [ids.food, ids.home, ids.pets, newer.id].map((id) => colourOf(more, id)),
    // an alias keeps its own: the merge may be undone
    [1, 2, 3, 5],
  )
})

naming('asks for all payees that nearly anybody has', async () => {
  const { desk, asked } = deskWith(() => [200, { items: [] }])
  assert.ok((await readBook(desk.client.api)).ok)
  assert.equal(
    asked.map(({ line }) => line).filter((line) => line.includes('/payees')),
    ['GET ledgers/default/payees?limit=1000'],
  )
})

naming('offers open categories of a kind, each with its children', () => {
  const offered = choices(book, 'expense').map(({ parent, children }) => [
    parent.name,
    children.map(({ name }) => name),
  ])

  assert.equal(offered, [
    ['Food', ['Bakery']],
    ['Home', []],
    ['Pets', []],
  ])
  assert.equal(
    choices(book, 'income').map(({ parent }) => parent.name),
    ['Salary'],
  )
})

naming.run()
