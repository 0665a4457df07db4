import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { CategoryView } from '../../functions/api/categories.ts'
import { book, ids } from '../../tests/browser/desk.ts'
import { at, filled, htmlOf, ready, shown } from '../../tests/browser/drawn.ts'
import { settle } from '../locale.ts'
import { categories } from '../pages/categories.ts'
import type { Book } from '../state/book.ts'
import { categoryDialog } from './category-form.ts'
import { categoryOptions } from './choices.ts'

const choosing = suite('the categories that may be chosen')
choosing.before.each(() => settle('en-IE'))

const optionsOf = (book: Book, wanted?: string) => htmlOf(categoryOptions(book, 'expense', wanted))
/** The household's nouns, of which one category is otherwise. */
const withOne = (id: string, change: Partial<CategoryView>): Book => ({
  ...book,
  categories: book.categories.map((one) => (one.id === id ? { ...one, ...change } : one)),
})
const found = (book: Book, id: string) => book.categories.find((one) => one.id === id)

choosing('are parents by name with their children, without what was put aside', () => {
  assert.is(
    shown(categoryOptions(withOne(ids.pets, { archived: true }), 'expense', undefined)),
    '|No category|Food|Bakery|Home|',
  )
})

choosing('hold the alias that an entry is filed under, by the name that it is read as', () => {
  const html = optionsOf(book, ids.cakes)

  assert.match(html, `<option value="${ids.cakes}" selected>Bakery</option>`)
  assert.is(html.match(/Bakery/g)?.length, 1)
})

choosing('hold the alias of a category that was archived since', () => {
  const html = optionsOf(withOne(ids.bakery, { archived: true }), ids.cakes)

  assert.match(html, `<option value="${ids.cakes}" selected>Bakery</option>`)
})

choosing('hold the children of an archived parent, on their own', () => {
  const html = optionsOf(withOne(ids.food, { archived: true }), ids.bakery)

  assert.match(html, `<option value="${ids.bakery}" selected>Food · Bakery</option>`)
  assert.not.match(html, `value="${ids.food}"`)
})

choosing('hold the children of a merged parent below what it is read as, on the page too', () => {
  const merged = withOne(ids.food, { mergedInto: ids.home })

  assert.match(
    optionsOf(merged),
    `<optgroup label="Home"><option value="${ids.home}">Home</option><option value="${ids.bakery}">Bakery</option>`,
  )
  assert.match(htmlOf(categories(at({ ...filled, book: ready(merged) }))), /Home<\/a>.*?<ul><li[^>]*>.*?Bakery<\/a>/)
})

choosing('of a parent hold the one that there is, whatever became of it', () => {
  for (const change of [{ archived: true }, { mergedInto: ids.home }]) {
    const changed = withOne(ids.food, change)
    const dialog = { kind: 'category', id: ids.bakery, category: found(changed, ids.bakery) } as const
    const html = htmlOf(categoryDialog(at({ ...filled, book: ready(changed) }), dialog))
    const below = html.slice(html.indexOf('name="parentId"'), html.indexOf('<details>'))

    assert.match(below, `<option value="${ids.food}" selected>`)
    // a child is no parent, even where it stands alone
    assert.not.match(below, 'Bakery')
  }
})

choosing.run()
