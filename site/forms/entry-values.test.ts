import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { book, entry, ids } from '../../tests/browser/desk.ts'
import { settle } from '../locale.ts'
import type { Book } from '../state/book.ts'
import { draftOf } from '../state/entries.ts'
import { about, readEntry, valuesOf } from './entry-values.ts'

const reading = suite('an entry as a form holds it')
reading.before.each(() => settle('en-IE'))

const without = (id: string): Book => ({
  ...book,
  accounts: book.accounts.map((one) => (one.id === id ? { ...one, archived: true } : one)),
})
const { categoryId: _, payee: __, ...rest } = entry
const moved = {
  ...rest,
  kind: 'transfer' as const,
  toAccountId: ids.tokyo,
  toAmount: '2100',
  toCurrency: 'JPY',
}

reading('keeps what arrived in an account that was archived since', () => {
  const back = { ...moved, accountId: ids.tokyo, toAccountId: ids.everyday, amount: '2100', currency: 'JPY' }
  const all = [moved, { ...back, toAmount: '12.50', toCurrency: 'EUR' }]

  for (const one of all) {
    const read = readEntry(without(ids.tokyo), { ...valuesOf(draftOf(one)), note: 'for Ben' }, { entry: one })
    assert.equal(JSON.parse(JSON.stringify(read)), JSON.parse(JSON.stringify({ ...draftOf(one), note: 'for Ben' })))
  }
})

reading('keeps a category of each sort: with the kind that has it, it is there again', () => {
  const spent = valuesOf(draftOf(entry))
  const earned = { ...spent, ...valuesOf({ ...draftOf(entry), kind: 'income', categoryId: ids.salary }) }
  const filed = (kind: string) => {
    const read = readEntry(book, { ...earned, kind }, { entry })
    return 'faults' in read ? read.faults : read.categoryId
  }

  for (const kind of ['expense', 'refund'] as const) assert.is(filed(kind), ids.bakery)
  assert.is(filed('income'), ids.salary)
})

reading('speaks of the account that is shown where the wanted one is archived', () => {
  const { currency, arriving, others } = about(
    without(ids.tokyo),
    { kind: 'transfer', accountId: ids.tokyo },
    undefined,
  )

  assert.equal([currency, arriving, others], ['EUR', 'EUR', []])
})

reading.run()
