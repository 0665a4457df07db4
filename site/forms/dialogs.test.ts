import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { book, entry, ids } from '../../tests/browser/desk.ts'
import { at, filled, htmlOf, inside, placed, ready, shown } from '../../tests/browser/drawn.ts'
import { figures } from '../../tests/browser/figures.ts'
import { listOf } from '../../tests/browser/lists.ts'
import { refileDialog, tagDialog } from '../entries/acts.ts'
import { editedLine } from '../entries/edit-line.ts'
import { filterDialog } from '../entries/filter-dialog.ts'
import { keepDialog } from '../entries/keep-filter.ts'
import { selectionBar } from '../entries/selection.ts'
import { settle } from '../locale.ts'
import { waiting } from '../state/loaded.ts'
import { accountDialog } from './account-form.ts'
import { categoryDialog } from './category-form.ts'
import { keysDialog } from './keys-dialog.ts'
import { payeeDialog } from './payee-form.ts'
import { periodDialog } from './period-dialog.ts'
import { whyDialog } from './why-dialog.ts'

const dialogs = suite('the dialogs')
dialogs.before.each(() => settle('en-IE'))

const wage = { ...entry, id: ids.salary, kind: 'income' as const, amount: '100.00', payee: 'Tern & Partners' }
const chosen = new Map([entry, wage].map((one) => [one.id, one]))
const listed = { ...filled, ...placed('/entries'), entries: ready(listOf([entry, wage])) }

dialogs('of why end in the very figure that was asked', () => {
  const why = { kind: 'why' as const, name: 'Food', amount: '15.00', currency: 'EUR', filter: { category: ids.food } }
  const refund = { ...entry, id: ids.home, kind: 'refund' as const, amount: '2.50' }
  const state = { ...filled, why: ready({ items: [{ ...entry, amount: '17.50' }, refund, wage] }) }
  const page = whyDialog(at(state), { ...why, kinds: ['expense', 'refund'] })

  assert.match(shown(page), '|Why €15.00|')
  assert.match(shown(page), '|17.50|')
  assert.match(shown(page), '|−2.50|Food|15.00|Open them in the list|')
  assert.match(htmlOf(page), `href="./entries?category=${ids.food}"`)
  assert.match(htmlOf(whyDialog(at(inside), { ...why, kinds: ['expense'] })), 'class="sk"')
})

dialogs('of periods offer the usual ones and any other', () => {
  const page = periodDialog(at({ ...filled, ...placed('/', 'currency=EUR') }))

  assert.match(htmlOf(page), 'href="./?on=2026-10-31&amp;currency=EUR"')
  assert.match(htmlOf(page), 'href="./?from=2025-01-01&amp;to=2025-12-31&amp;currency=EUR"')
  assert.match(htmlOf(page), 'value="2026-11-22"')

  // begins with what is looked at
  const october = ready({ ...figures, period: figures.previous })
  const other = htmlOf(periodDialog(at({ ...filled, figures: october, ...placed('/', 'on=2026-10-31') })))
  assert.match(other, 'value="2026-10-01"')
  assert.match(other, 'value="2026-10-31"')
})

dialogs('of an account have its currency only while it is new', () => {
  const page = accountDialog(at(filled), { kind: 'account', id: ids.home })
  const known = accountDialog(at(filled), { kind: 'account', id: ids.home, account: book.accounts[1] })

  assert.match(shown(page), '|Currency|')
  assert.not.match(shown(page), '|Archive|')
  assert.not.match(shown(known), '|Currency|')
  assert.match(shown(known), '|Opening balance, JPY|')
  assert.match(shown(known), '|Archive|Delete|')
})

dialogs('of a category can move one below another, but not one that has some below it', () => {
  const [food, home] = book.categories
  const page = categoryDialog(at(filled), { kind: 'category', id: ids.home, category: home })

  assert.match(shown(page), '|Below|On top|Food|Pets|')
  assert.match(shown(page), '|Merge into|Food|Food · Bakery|Pets|')
  const parent = shown(categoryDialog(at(filled), { kind: 'category', id: ids.food, category: food }))
  assert.not.match(parent, '|Below|')
  // nor can that be read as one that is below another
  assert.match(parent, '|Merge into|Home|Pets|')
  const salary = book.categories.find(({ id }) => id === ids.salary)
  const alone = categoryDialog(at(filled), { kind: 'category', id: ids.salary, category: salary })
  assert.not.match(shown(alone), '|Merge into')
})

dialogs('of a payee rename it everywhere and merge it', () => {
  const payee = { id: ids.pets, version: 1, name: 'Mill' }
  const page = payeeDialog(at(filled), { kind: 'payee', payee })

  assert.match(htmlOf(page), 'value="Mill"')
  assert.match(shown(page), '|Renamed in every entry at once.|')
  assert.match(shown(page), '|Merge into|Mill Lane Bakery|')
})

dialogs('of filters begin at the one that was pressed, and hold those that are set', () => {
  const page = htmlOf(
    filterDialog(at({ ...listed, ...placed('/entries', 'min=12.50&tag=team') }), { kind: 'filters', field: 'account' }),
  )

  assert.match(page, /name="account"[^>]*autofocus|autofocus[^>]*name="account"/)
  assert.match(page, 'value="12.50"')
  assert.match(page, 'value="team"')
})

dialogs('of what is chosen offer the categories of their kinds', () => {
  const both = shown(refileDialog(at({ ...listed, chosen })))
  const one = shown(refileDialog(at({ ...listed, chosen: new Map([[entry.id, entry]]) })))

  assert.match(both, '|Salary|')
  assert.not.match(one, '|Salary|')
  assert.match(shown(tagDialog(at({ ...listed, chosen }))), '|Tag|')
})

dialogs('of a filter ask for its name', () => {
  assert.match(shown(keepDialog(at(listed))), '|Name|Save this filter|')
})

dialogs('of a filter take nothing while it is not known whose filter that would be', () => {
  assert.not.match(shown(keepDialog(at({ ...listed, book: waiting }))), '|Name|')
})

dialogs('of keys name every one of them, and can switch off those that are single', () => {
  const page = keysDialog(at(inside))

  assert.match(shown(page), '|n|Add an entry|')
  assert.match(shown(page), '|Go to Payees|')
  assert.match(htmlOf(page), /type="checkbox" checked/)
})

dialogs('over the list say how many are chosen and what they come to', () => {
  assert.match(shown(selectionBar(at({ ...listed, chosen }))), '|2 selected · +87.50|Recategorise|Tag|Delete|')
})

dialogs('have a line of the list as fields', () => {
  const html = htmlOf(editedLine(at({ ...listed, editing: { id: entry.id, field: 'amount' } })))

  assert.match(html, 'aria-label="Change Mill Lane Bakery"')
  assert.match(html, 'value="12.50"')
  assert.match(html, new RegExp(`<option value="${ids.bakery}" selected>`))
})

dialogs.run()
