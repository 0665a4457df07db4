import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { contributions } from './contributions.ts'
import { currencyOf } from './currency.ts'
import { addDays, type Day, firstOfMonth, fromNumber, toNumber } from './day.ts'
import type { AccountId, TransactionId } from './ids.ts'
import type { Minor } from './money.ts'
import {
  always,
  changeRule,
  nextPeriod,
  type Period,
  periodAt,
  previousPeriod,
  type Rule,
  wholeMonths,
} from './period.ts'
import type { Transaction } from './transaction.ts'

const runs = { numRuns: 300, seed: Number(process.env.SEED ?? Date.now()) }
const today = '2026-11-22' as Day

/** From two years ago to two years ahead: an entry may be entered before its day comes. */
const days = fc.integer({ min: toNumber(today) - 730, max: toNumber(today) + 730 }).map(fromNumber)
const rules: fc.Arbitrary<Rule> = fc.oneof(
  fc.record({ kind: fc.constant('month' as const), date: fc.integer({ min: 1, max: 31 }) }),
  fc.record({ kind: fc.constant('week' as const), weekday: fc.integer({ min: 1, max: 7 }) }),
  fc.record({ kind: fc.constant('weeks' as const), every: fc.integer({ min: 2, max: 52 }), anchor: days }),
  fc.record({ kind: fc.constant('payday' as const), date: fc.integer({ min: 1, max: 31 }) }),
)

const law = suite('law 6: an entry counts')

law('once in a period that holds its day, and never in another one', () => {
  fc.assert(
    fc.property(days, days, days, (day, one, other) => {
      const period = one < other ? { start: one, end: other } : { start: other, end: one }
      const isIn = period.start <= day && day <= period.end
      assert.is(spentIn(period, expense(day)), isIn ? 100n : 0n)
    }),
    runs,
  )
})

law('once when its month is reached, whether that is past or to come', () => {
  fc.assert(
    fc.property(days, fc.nat(3), fc.nat(3), (near, before, after) => {
      const first = firstOfMonth(near)
      for (const day of [addDays(first, -1), first, addDays(first, 1)]) {
        const period = { start: addDays(day, -40 * before), end: addDays(day, 40 * after) }
        assert.is(spentIn(period, expense(day)), 100n)
      }
    }),
    runs,
  )
})

law('once among the periods that follow each other, also where the rule changes', () => {
  fc.assert(
    fc.property(rules, rules, days, days, (rule, later, changed, day) => {
      const history = changeRule(always(rule), later, changed)
      const held = periodAt(history, day)
      const around = [previousPeriod(history, held), held, nextPeriod(history, held)]
      const counted = around.filter((period) => period && spentIn(period, expense(day)) !== 0n)
      assert.equal(counted, [held])
    }),
    runs,
  )
})

/** Read as totals are: whole months from their monthly sums, the days at the edges from daily ones. */
function spentIn(period: Period, entry: Transaction): bigint {
  const { months, edges } = wholeMonths(period)
  const rows = contributions(entry).filter(({ face }) => face === 'kind')
  const monthly = rows.filter(
    ({ grain, start }) => grain === 'm' && months && months.first <= start && start <= months.last,
  )
  const daily = edges.flatMap((edge) =>
    rows.filter(({ grain, start }) => grain === 'd' && edge.start <= start && start <= edge.end),
  )
  return [...monthly, ...daily].reduce((sum, { minus }) => sum + minus, 0n)
}

function expense(day: Day): Transaction {
  const euros = currencyOf('EUR')
  assert.ok(euros.ok)
  return {
    id: 't' as TransactionId,
    version: 1,
    kind: 'expense',
    day,
    amount: 100n as Minor,
    currency: euros.value,
    accountId: 'a' as AccountId,
    tags: [],
    splits: [],
  }
}

law.run()
