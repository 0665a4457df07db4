import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { anyEntry } from '../../tests/support/drafts.ts'
import { between, contributions, type Delta, gather } from './contributions.ts'
import type { Transaction } from './transaction.ts'

const runs = { numRuns: 300, seed: Number(process.env.SEED ?? Date.now()) }

/** The sum over all rows of a face, by currency. */
function totals(deltas: readonly Delta[], face: Delta['face'], grain: Delta['grain'] = 'd') {
  const sums = new Map<string, readonly [plus: bigint, minus: bigint]>()
  for (const delta of deltas) {
    if (delta.face !== face || delta.grain !== grain) continue
    const [plus, minus] = sums.get(delta.currency) ?? [0n, 0n]
    sums.set(delta.currency, [plus + delta.plus, minus + delta.minus])
  }
  return Object.fromEntries([...sums].sort())
}

const only = (face: Delta['face'], entry: Transaction) => contributions(entry).filter((delta) => delta.face === face)

const law1 = suite('law 1: parts sum to the whole')

law1('on every face: kinds, categories and payees say the same', () => {
  fc.assert(
    fc.property(fc.array(anyEntry, { maxLength: 12 }), (entries) => {
      const deltas = entries.flatMap(contributions)

      assert.equal(totals(deltas, 'category'), totals(deltas, 'kind'))
      assert.equal(totals(deltas, 'payee'), totals(deltas, 'kind'))
    }),
    runs,
  )
})

law1('in both grains: the days of a month sum to the month', () => {
  fc.assert(
    fc.property(anyEntry, (entry) => {
      const [days, months] = [false, true].map((inMonths) =>
        contributions(entry)
          .filter(({ grain }) => (grain === 'm') === inMonths)
          .map(({ face, key, plus, minus, n }) => ({ face, key, plus, minus, n })),
      )
      assert.equal(days, months)
      for (const { grain, start } of contributions(entry)) {
        assert.is(start, grain === 'd' ? entry.day : `${entry.day.slice(0, 7)}-01`)
      }
    }),
    runs,
  )
})

const law2 = suite('law 2: a transfer changes no income or expense')

law2('and takes from one account what the other gets', () => {
  const transfers = anyEntry.filter(({ kind }) => kind === 'transfer')

  fc.assert(
    fc.property(transfers, (entry) => {
      const deltas = contributions(entry)
      const [out, into] = deltas.filter(({ grain }) => grain === 'd')

      assert.ok(deltas.every(({ face }) => face === 'account'))
      assert.is(deltas.length, 4)
      assert.equal([out?.key, out?.plus, out?.minus], [entry.accountId, 0n, entry.amount])
      assert.equal([into?.key, into?.plus, into?.minus], [entry.to?.accountId, entry.to?.amount, 0n])
    }),
    runs,
  )
})

law2('while every other entry is income or expense, once', () => {
  const effects = {
    expense: (amount: bigint) => [0n, amount],
    income: (amount: bigint) => [amount, 0n],
    refund: (amount: bigint) => [0n, -amount],
    transfer: () => [],
  }
  fc.assert(
    fc.property(anyEntry, (entry) => {
      const effect = totals(contributions(entry), 'kind')[entry.currency.code] ?? []
      assert.equal(effect, effects[entry.kind](entry.amount))
    }),
    runs,
  )
})

const law3 = suite('law 3: amounts of different currencies never add')

law3('no row holds what was not in its currency', () => {
  fc.assert(
    fc.property(fc.array(anyEntry, { maxLength: 12 }), (entries) => {
      const all = gather(entries.flatMap(contributions))
      for (const code of ['EUR', 'JPY']) {
        const ours = entries.filter(({ currency }) => currency.code === code)
        const kinds = (deltas: readonly Delta[]) =>
          deltas.filter(({ face, currency }) => face === 'kind' && currency === code)
        assert.equal(kinds(all), kinds(gather(ours.flatMap(contributions))))
      }
    }),
    runs,
  )
})

law3('and what was paid abroad is for information only', () => {
  fc.assert(
    fc.property(anyEntry, (entry) => {
      const abroad = { ...entry, original: { amount: entry.amount, currency: { code: 'BHD', digits: 3 } } }
      assert.equal(contributions(abroad), contributions(entry))
    }),
    runs,
  )
})

const law11 = suite('law 11: totals are the sum of what exists')

law11('after any changes, in any order', () => {
  const history = fc.array(fc.tuple(fc.nat({ max: 4 }), fc.option(anyEntry, { nil: undefined })), { maxLength: 20 })

  fc.assert(
    fc.property(history, (changes) => {
      const book = new Map<number, Transaction>()
      let kept: readonly Delta[] = []
      for (const [place, after] of changes) {
        kept = gather([...kept, ...between(book.get(place), after)])
        if (after) book.set(place, after)
        else book.delete(place)
      }

      assert.equal(kept, gather([...book.values()].flatMap(contributions)))
    }),
    runs,
  )
})

law11('and an entry that stays as it is changes nothing', () => {
  fc.assert(
    fc.property(anyEntry, (entry) => {
      assert.equal(gather(between(entry, { ...entry, note: 'another note' })), [])
      assert.equal(between(undefined, undefined), [])
    }),
    runs,
  )
})

const gathering = suite('gathering')

gathering('puts rows in the order of their key, whatever the order of the entries', () => {
  fc.assert(
    fc.property(fc.array(anyEntry, { maxLength: 8 }), (entries) => {
      const names = (deltas: readonly Delta[]) =>
        deltas.map(({ face, grain, start, key, currency }) => [face, grain, start, key, currency].join(' '))
      const rows = gather(entries.flatMap(contributions))

      assert.equal(rows, gather(entries.toReversed().flatMap(contributions)))
      assert.equal(names(rows), [...new Set(names(rows))].sort())
    }),
    runs,
  )
})

gathering('counts entries, and on the face of categories lines', () => {
  fc.assert(
    fc.property(anyEntry, (entry) => {
      const count = (face: Delta['face']) =>
        only(face, entry).reduce((sum, { n, grain }) => (grain === 'd' ? sum + n : sum), 0n)
      if (entry.kind === 'transfer') return

      assert.equal(
        ['kind', 'account', 'payee'].map((face) => count(face as Delta['face'])),
        [1n, 1n, 1n],
      )
      assert.is(count('category'), BigInt(Math.max(entry.splits.length, 1)))
    }),
    runs,
  )
})

for (const each of [law1, law2, law3, law11, gathering]) each.run()
