import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Day } from '../../functions/domain/day.ts'
import { book } from '../../tests/browser/desk.ts'
import { readSaid } from './read-said.ts'
import { suggest } from './suggest.ts'

const payee = (name: string) => ({ id: name, version: 1, name })
const known = {
  today: '2026-11-22' as Day,
  locale: 'en-IE',
  beforeDays: [],
  nextDays: [],
  accounts: book.accounts,
  categories: book.categories.filter((one) => !one.mergedInto),
  payees: [payee('Mill Lane Bakery'), payee('Old Mill Cinema'), { ...payee('Millstone'), mergedInto: 'x' }],
}
const offered = (text: string) => suggest(text, readSaid(text, known), known, ['Quay', 'Tern'])

const suggesting = suite('what may be meant')

suggesting('are recent payees before any word is typed', () => {
  assert.equal(offered('12.50 yesterday'), [
    { words: 'Quay', text: '12.50 yesterday Quay' },
    { words: 'Tern', text: '12.50 yesterday Tern' },
  ])
  assert.equal(
    offered('').map(({ text }) => text),
    ['Quay', 'Tern'],
  )
})

suggesting('are names with a word that begins as what was typed, those that begin so themselves first', () => {
  assert.equal(offered('12.50 mill yesterday'), [
    { words: 'Mill Lane Bakery', text: '12.50 Mill Lane Bakery yesterday' },
    { words: 'Old Mill Cinema', text: '12.50 Old Mill Cinema yesterday' },
  ])
  assert.equal(
    offered('12.50 bak').map(({ words }) => words),
    ['Mill Lane Bakery'],
  )
})

suggesting('are none for what is said already, and none for a transfer', () => {
  assert.equal(offered('12.50 Mill Lane Bakery'), [])
  assert.equal(offered('12.50 > tokyo mill'), [])
})

suggesting.run()
