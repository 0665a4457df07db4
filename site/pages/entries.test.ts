import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { entry, ids } from '../../tests/browser/desk.ts'
import { at, filled, htmlOf, placed, ready, shown } from '../../tests/browser/drawn.ts'
import { everything, forFood } from '../../tests/browser/figures.ts'
import { listOf } from '../../tests/browser/lists.ts'
import { settle } from '../locale.ts'
import { budgets } from './budgets.ts'
import { entries } from './entries.ts'

const lists = suite('the lists')
lists.before.each(() => settle('en-IE'))

lists('show entries by day with the sum of the day, but not of one that may go on', () => {
  const wage = { ...entry, id: ids.salary, kind: 'income' as const, amount: '100.00', payee: 'Tern & Partners' }
  const older = { ...entry, id: ids.home, day: '2026-11-19' }
  const page = entries(at({ ...filled, ...placed('/entries'), entries: ready(listOf([entry, wage, older], 'c')) }))

  assert.match(shown(page), /\|Fri,? 20 Nov\|\+87\.50\|/)
  assert.match(shown(page), /\|Thu,? 19 Nov\|Mill/)
  assert.match(shown(page), '3 entries and more')
})

lists('show a transfer between its accounts, without a sign', () => {
  const transfer = { ...entry, kind: 'transfer' as const, toAccountId: ids.tokyo, payee: undefined }
  const page = entries(at({ ...filled, ...placed('/entries'), entries: ready(listOf([transfer])) }))

  assert.match(shown(page), '|Transfer|#team|Everyday to Tokyo|Everyday|12.50|')
})

lists('name each filter, and let it go', () => {
  const query = `category=${ids.food}&text=tea&from=2026-11-01&to=2026-11-30`
  const html = htmlOf(entries(at({ ...filled, ...placed('/entries', query), entries: ready(listOf([])) })))

  assert.match(html, 'aria-label="Without the filter Food"')
  assert.match(html, `href="./entries?from=2026-11-01&amp;to=2026-11-30&amp;category=${ids.food}"`)
  assert.match(html, 'No entry is like that.')
})

lists('show a limit as a bar, with a shape and words for where it stands', () => {
  const text = shown(budgets(at({ ...filled, limits: ready([everything, forFood]) })))

  assert.match(text, '|Left of €2,600.00 for everything|€512|.36|')
  assert.match(text, '|Food|6.30 over|166.30|of 160.00|')
})

lists('say what a limit is good for where there is none, with one thing to do', () => {
  const text = shown(budgets(at({ ...filled, limits: ready([{ ...forFood, archived: true }]) })))

  assert.match(text, '|No limits yet.|One for everything is what the overview counts down from.|New limit|')
})

lists.run()
