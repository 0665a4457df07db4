import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { anyEntry } from '../../tests/support/drafts.ts'
import { linesOf } from './lines.ts'
import { sum } from './money.ts'

const runs = { numRuns: 300, seed: Number(process.env.SEED ?? Date.now()) }

const law1 = suite('law 1: lines add up to the whole')

law1('whether an entry is split or not', () => {
  fc.assert(
    fc.property(anyEntry, (entry) => {
      assert.is(sum(linesOf(entry).map(({ amount }) => amount)), entry.amount)
    }),
    runs,
  )
})

const lines = suite('lines')

lines('are as many as there are splits, and one where there are none', () => {
  fc.assert(
    fc.property(anyEntry, (entry) => {
      const all = linesOf(entry)

      assert.is(all.length, Math.max(entry.splits.length, 1))
      assert.equal(
        all.map(({ n }) => n),
        all.map((_, place) => place),
      )
      for (const line of all) {
        assert.is(line.day, entry.day)
        assert.is(line.month, `${entry.day.slice(0, 7)}-01`)
        assert.is(line.accountId, entry.accountId)
        assert.is(line.payeeId, entry.payee?.id)
      }
    }),
    runs,
  )
})

law1.run()
lines.run()
