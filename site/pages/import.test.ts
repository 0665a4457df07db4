import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { entry } from '../../tests/browser/desk.ts'
import { at, filled, placed, ready, shown } from '../../tests/browser/drawn.ts'
import type { Importing } from '../import/importing.ts'
import { openFile } from '../import/open-file.ts'
import type { Seen } from '../import/seen.ts'
import { settle } from '../locale.ts'
import type { Loaded } from '../state/loaded.ts'
import { importPage } from './import.ts'

const page = suite('the page that brings a file')
page.before.each(() => settle('en-IE'))

const [account] = filled.book.kind === 'ready' ? filled.book.value.accounts : []
const nothing = ready({ entries: [], deleted: new Set<string>() })

function drawn(text: string, change: Partial<Importing> = {}, seen: Loaded<Seen> = nothing): string {
  const opened = openFile('bank.csv', new TextEncoder().encode(text), account, { order: 'dmy', sign: '.' })
  if (!opened.ok) throw new Error(opened.error)
  return shown(importPage(at({ ...filled, ...placed('/import'), importing: { ...opened.value, ...change }, seen })))
}
const two = 'Date,Payee,Amount\n2026-11-02,Salt and Co,-12.50\n2026-11-03,Tern & Partners,2960.00\n2026-11-04,?,?\n'

page('says at first what will be here, and has one thing to do', () => {
  assert.match(shown(importPage(at({ ...filled, ...placed('/import') }))), '|Every line of your file will stand here')
})

page('shows what each line would be, and how many are to be brought', () => {
  const text = drawn(two)
  assert.match(text, '|Bring 2 entries|')
  assert.match(text, '|New: 2 · Cannot be read: 1|')
  assert.match(text, '|Mon, 2 Nov|Salt and Co|')
  assert.match(text, '|−12.50|')
  assert.match(text, '|Line 4|No amount is in it')
})

page('counts and shows what is below the names of the columns, wherever they stand', () => {
  const text = drawn(`Everyday\nbalance,1\n\n${two}`)
  assert.match(text, '|Bring 2 entries|')
  assert.match(text, '|3 lines|')
  assert.match(text, '|Line 7|No amount is in it')
  assert.match(text, 'For instance: Salt and Co')
})

page('leaves out what is entered already, and says so', () => {
  const there = { ...entry, kind: 'expense' as const, day: '2026-11-02', amount: '12.50', accountId: account?.id ?? '' }
  const text = drawn(two, {}, ready({ entries: [there], deleted: new Set() }))
  assert.match(text, '|Bring 1 entry|')
  assert.match(text, '|Entered already, it seems|1 line|')
})

page('asks what the columns are where no line is an entry', () => {
  assert.match(drawn('Colour,Shape\nred,round\nblue,square\n'), '|No line of it is an entry.')
})

page('says how far it is, what is here, and why it ended', () => {
  assert.match(drawn(two, { progress: { done: 250, of: 600 } }), '|250 of 600 are here.|')
  const brought = { ids: ['a', 'b'], already: 0 }
  assert.match(drawn(two, { brought }), '|2 entries are here now.|Take them back|')
  const problem = { kind: 'refused', code: 'amount-too-large', errors: [], retryAfterS: 0 } as const
  assert.match(
    drawn(two, { brought: { ...brought, problem, row: 3 } }),
    '|It ended early at line 3: More than Outlay can keep. What is here stays',
  )
})

page.run()
