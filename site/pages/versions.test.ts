import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { book, entry, ids } from '../../tests/browser/desk.ts'
import { shown } from '../../tests/browser/drawn.ts'
import { settle } from '../locale.ts'
import type { Waiting } from '../offline/waiting.ts'
import { versions } from './versions.ts'

const conflict = suite('both versions of an entry')
conflict.before.each(() => settle('en-IE'))

const item = (patch: object): Waiting => ({
  ...{ seq: 1, userId: 'asha', id: entry.id, madeAt: 0, isTried: true },
  change: { do: 'patch', version: 3, patch },
  before: entry,
})
const table = (patch: object, there: object) => shown(versions(book, item(patch), { ...entry, version: 4, ...there }))

conflict('show what would come of mine, not what has long been changed there', () => {
  const text = table({ payee: 'Quay' }, { amount: '15.00' })

  assert.match(text, '|Yours|')
  assert.match(text, '|Paid to|Quay|Mill Lane Bakery')
  assert.not.match(text, 'Amount')
})

conflict('show the parts of a split, and where money is moved', () => {
  const parts = [{ amount: '12.50', categoryId: ids.pets }]
  assert.match(table({ categoryId: null, splits: parts }, {}), '|Split|Pets 12.50|')
  assert.match(table({ toAccountId: ids.everyday }, { kind: 'transfer' }), '|To account|Everyday|')
})

conflict.run()
