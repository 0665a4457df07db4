import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { book, entry, ids } from '../../tests/browser/desk.ts'
import { at, filled, htmlOf, placed, ready, shown } from '../../tests/browser/drawn.ts'
import { everything, forFood } from '../../tests/browser/figures.ts'
import { settle } from '../locale.ts'
import { door } from '../pages/door.ts'
import { settings } from '../pages/settings.ts'
import { open } from '../state/screen.ts'
import { noForm } from '../state/state.ts'
import { entryDialog } from './entry-form.ts'
import { limitDialog } from './limit-form.ts'

const forms = suite('the forms')
forms.before.each(() => settle('en-IE'))

forms('begin a new entry as an expense of today, from the account of the latest', () => {
  const html = htmlOf(entryDialog(at(filled), { kind: 'entry', id: ids.food }))

  assert.match(html, /value="expense" checked|checked[^>]*value="expense"/)
  assert.match(html, 'value="2026-11-22"')
  assert.match(html, /<option value="[^"]*a" selected>Everyday/)
  assert.match(html, '<optgroup label="Food"><option value')
})

forms('ask for the other account and for what arrives there where money is moved', () => {
  const values = { kind: 'transfer', accountId: ids.everyday, amount: '12,5' }
  const typed = { entry: { ...noForm, name: 'entry', values } }
  const text = shown(entryDialog(at({ ...filled, forms: typed }), { kind: 'entry', id: ids.food }))

  assert.match(text, '|From account|')
  assert.match(text, '|To account|Tokyo|')
  assert.match(text, '|Arriving, JPY|')
  assert.not.match(text, '|Category|')
  assert.match(text, '|Save €12.50|')
})

forms('show an entry as it is, and delete it', () => {
  const html = htmlOf(entryDialog(at(filled), { kind: 'entry', id: entry.id, entry }))

  assert.match(html, 'value="12.50"')
  assert.match(html, 'value="Mill Lane Bakery"')
  assert.match(html, new RegExp(`<option value="${ids.bakery}" selected>`))
  assert.match(html, '>Delete</button>')
})

forms('repeat an entry on the day that it is, of which the book may not know yet', () => {
  const yesterday = { ...book, ledger: { ...book.ledger, today: '2026-11-21' } }
  const html = htmlOf(
    entryDialog(at({ ...filled, book: ready(yesterday) }), { kind: 'entry', id: ids.food, copyOf: entry }),
  )

  assert.match(html, 'value="2026-11-22"')
})

forms('tie what is wrong to its field', () => {
  const typed = { entry: { ...noForm, name: 'entry', faults: { amount: 'Wrong.' } } }
  const html = htmlOf(entryDialog(at({ ...filled, forms: typed }), { kind: 'entry', id: ids.food }))

  assert.match(html, /<input[^>]*aria-describedby="entry-amount-fault"[^>]*aria-invalid="true"/)
  assert.match(html, '<p class="s over" id="entry-amount-fault">Wrong.</p>')
})

forms('say aloud that the parts of an entry do not come to it', () => {
  const values = { kind: 'expense', amount: '30', parts: '0 1', 'part-0-amount': '1', 'part-1-amount': '2' }
  const typed = { entry: { ...noForm, name: 'entry', values, faults: { parts: 'Wrong.' } } }
  const html = htmlOf(entryDialog(at({ ...filled, forms: typed }), { kind: 'entry', id: ids.food }))

  assert.match(html, '<p class="s over" role="alert">Wrong.</p>')
})

forms('of a page stay as they are behind a dialog, whose own begins anew', () => {
  const left = { ...noForm, name: 'ledger', values: { rule: 'payday' } }
  const { desk } = at({ ...filled, forms: { ledger: left, entry: { ...noForm, name: 'entry', trouble: 'Wrong.' } } })
  open(desk, { kind: 'entry', id: ids.food })

  const { forms } = desk.state.get()
  assert.is(forms.ledger, left)
  assert.is(forms.entry, undefined)
})

forms('offer limits only for what has none', () => {
  const text = shown(
    limitDialog(at({ ...filled, limits: ready([everything, forFood]) }), { kind: 'limit', id: ids.food }),
  )

  assert.not.match(text, '|Everything|')
  assert.not.match(text, '|Food|')
  assert.match(text, '|Food · Bakery|')
})

forms('of the settings hold what is set', () => {
  const session = {
    id: ids.home,
    current: false,
    agent: 'Mozilla/5.0 (Windows NT 10.0) Firefox/140.0',
    createdAt: 0,
    lastSeenAt: 0,
    expiresAt: 0,
  }
  const page = settings(at({ ...filled, ...placed('/settings'), sessions: ready([session]) }))
  const html = htmlOf(page)

  assert.match(html, 'value="Asha"')
  assert.match(html, /<option value="Europe\/Berlin" selected/)
  assert.match(html, /<option value="month" selected/)
  assert.match(shown(page), '|Firefox, Windows|')
  assert.match(html, 'aria-label="Log out Firefox, Windows"')
  assert.match(shown(page), '|Delete my account|')
})

forms('tell the browser what they ask for', () => {
  const html = htmlOf(door(at({ ...placed('/register'), session: { kind: 'out', ended: false } })))

  assert.match(html, /autocomplete="username"/)
  assert.match(html, /autocomplete="new-password"/)
  assert.match(html, '<option value="EUR"')
})

forms.run()
