import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { lived } from '../../scripts/samples/reports.ts'
import { reportOf, type Told } from '../../scripts/samples/told-reports.ts'
import { addDays, type Day } from './day.ts'
import type { Block } from './insight.ts'
import { fromStore } from './money.ts'
import { mostListed, type Report, type ReportEntry } from './report.ts'
import { addsUp, listing } from './report-listing.ts'

const listings = suite('the listed entries')
const law8 = suite('law 8')

const march = { kind: 'monthly', on: '2026-03-15' } as const
const signed = (way: 'income' | 'expense') => (entry: ReportEntry) => {
  if (way === 'income') return entry.kind === 'income' ? entry.amount : 0n
  return entry.kind === 'expense' ? entry.amount : entry.kind === 'refund' ? -entry.amount : 0n
}
const total = (entries: readonly ReportEntry[], way: 'income' | 'expense') =>
  entries.map(signed(way)).reduce((a, b) => a + b, 0n)

listings('are the largest, and what is smaller makes them whole', () => {
  const report = reportOf(lived, march)
  const { entries, largest, smaller, all } = listing(block(report), report.entries)

  assert.is(entries.length, mostListed)
  assert.ok(smaller.count > 0 && smaller.expense > 0n)
  assert.is(largest.count + smaller.count, all.count)
  assert.is(largest.expense + smaller.expense, all.expense)
  assert.is(largest.income + smaller.income, all.income)
  assert.equal(all, { count: block(report).entries, income: block(report).income, expense: block(report).expense })
})

listings('count a refund off what went out', () => {
  const told: Told[] = [
    { day: '2026-03-01', amount: 1_000n },
    { day: '2026-03-02', kind: 'refund', amount: 4_000n },
  ]
  const report = reportOf(told, march)
  assert.equal(listing(block(report), report.entries).largest, { count: 2, income: 0n, expense: -3_000n })
})

listings('cannot be of another moment than the figures', () => {
  const report = reportOf(lived.slice(-40), march)
  const [first, ...rest] = report.entries
  const dearer = [{ ...first, amount: fromStore(10n ** 9n) } as ReportEntry, ...rest]

  assert.ok(addsUp(report))
  for (const entries of [rest, dearer, [...report.entries, ...report.entries]]) {
    assert.not(addsUp({ ...report, entries }))
    assert.throws(() => listing(block(report), entries), /not those of the figures/)
  }
})

const aTold = fc.record({
  kind: fc.constantFrom(
    'expense' as const,
    'expense' as const,
    'income' as const,
    'refund' as const,
    'transfer' as const,
  ),
  currency: fc.constantFrom('EUR', 'EUR', 'EUR', 'EUR', 'USD', 'JPY'),
  amount: fc.oneof(fc.bigInt({ min: 1n, max: 500n }), fc.bigInt({ min: 1n, max: 10n ** 15n - 1n })),
  day: fc.integer({ min: -20, max: 20 }).map((days) => addDays('2026-03-15' as Day, days) as string),
  payee: fc.constantFrom('Asha', 'Mill Lane', 'Ben'),
})
/** Some of them hold more of one currency than a report lists. */
const ledgers = fc.oneof(fc.array(aTold, { maxLength: 40 }), fc.array(aTold, { minLength: 200, maxLength: 240 }))

law8('the total of a report is the sum of its rows and the dashboard’s', () => {
  const holds = (told: readonly Told[]) => {
    const report = reportOf(told, march)
    for (const one of report.blocks) {
      const { entries, smaller, all } = listing(one, report.entries)
      const entered = within(told, report, one)

      assert.is(total(entries, 'expense') + smaller.expense, all.expense)
      assert.is(total(entries, 'income') + smaller.income, all.income)
      assert.is(all.expense, sumOf(entered, 'expense') - sumOf(entered, 'refund'))
      assert.is(all.income, sumOf(entered, 'income'))
      assert.is(entries.length + smaller.count, entered.length)
    }
  }
  fc.assert(fc.property(ledgers, holds), { numRuns: 100, seed: Number(process.env.SEED ?? Date.now()) })
})

for (const one of [listings, law8]) one.run()

function block({ blocks }: Report): Block {
  const [first] = blocks
  if (!first) throw new Error('no block')
  return first
}

function within(told: readonly Told[], { period }: Report, { currency }: Block): readonly Told[] {
  return told.filter(
    (one) =>
      one.kind !== 'transfer' && one.currency === currency.code && period.start <= one.day && one.day <= period.end,
  )
}

function sumOf(told: readonly Told[], kind: Told['kind']): bigint {
  return told.filter((one) => one.kind === kind).reduce((sum, { amount }) => sum + amount, 0n)
}
