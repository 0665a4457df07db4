import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { budgetFigures, changeLimit, firstLimit, limitIn, paceOf, rulesOf, underRule } from './budget.ts'
import { addDays, type Day } from './day.ts'
import type { Minor } from './money.ts'
import { always, parseRule, periodAt, previousPeriod, type Rule } from './period.ts'

const limits = suite('a limit')
const day = (text: string) => text as Day
const minor = (value: number) => BigInt(value) as Minor
const rule = (text: string): Rule => {
  const parsed = parseRule(text, 1)
  if (!parsed.ok) throw new Error(text)
  return parsed.value
}
const november = { start: day('2026-11-01'), end: day('2026-11-30') }

limits('holds for all time at first', () => {
  assert.is(limitIn(firstLimit(minor(40000)), { start: day('1900-01-01'), end: day('1900-01-31') }), 40000n)
})

limits('changes from the running period on', () => {
  const changed = changeLimit(firstLimit(minor(40000)), minor(45000), rule('month'), day('2026-11-22'))

  assert.is(limitIn(changed, november), 45000n)
  assert.is(limitIn(changed, { start: day('2026-10-01'), end: day('2026-10-31') }), 40000n)
})

limits('changed twice in a period keeps the last change only', () => {
  const once = changeLimit(firstLimit(minor(40000)), minor(45000), rule('month'), day('2026-11-02'))
  assert.equal(
    changeLimit(once, minor(50000), rule('month'), day('2026-11-22')).map(({ amount }) => amount),
    [40000n, 50000n],
  )
  assert.equal(changeLimit(once, minor(40000), rule('month'), day('2026-11-22')), firstLimit(minor(40000)))
})

limits('that goes by weeks now went by months before', () => {
  const [months, weeks] = [rule('month'), rule('week')]
  const changed = changeLimit(
    underRule(firstLimit(minor(40000)), months, weeks),
    minor(10000),
    weeks,
    day('2026-11-25'),
  )
  const history = rulesOf({ rule: weeks, limits: changed })
  const periods = ['2026-10-09', '2026-11-20', '2026-11-25'].map((text) => periodAt(history, day(text)))

  assert.equal(
    periods.map((period) => [period.start, period.end, limitIn(changed, period)]),
    [
      ['2026-10-01', '2026-10-31', 40000n],
      ['2026-11-01', '2026-11-22', 40000n],
      ['2026-11-23', '2026-11-29', 10000n],
    ],
  )
  const back = changeLimit(underRule(changed, weeks, months), minor(40000), months, day('2026-11-26'))
  assert.equal(back, firstLimit(minor(40000)))
})

limits('is due in full on the last day, and in equal parts before', () => {
  const limit = minor(40000)

  assert.is(paceOf(limit, november, day('2026-11-01')), 1333n)
  assert.is(paceOf(limit, november, day('2026-11-15')), 20000n)
  assert.is(paceOf(limit, november, day('2026-11-30')), 40000n)
  assert.is(paceOf(minor(1), november, day('2026-11-15')), 1n)
})

limits('of a period gone by is due in full, of one to come not at all', () => {
  assert.is(paceOf(minor(40000), november, day('2027-03-01')), 40000n)
  assert.is(paceOf(minor(40000), november, day('2026-10-31')), 0n)
})

limits('counts what is its own in its own currency, and names the others', () => {
  const spending = [
    { key: 'food', currency: 'EUR', minus: 1200n },
    { key: 'bread', currency: 'EUR', minus: -200n },
    { key: 'food', currency: 'USD', minus: 700n },
    { key: 'bread', currency: 'CHF', minus: 10n },
    { key: 'food', currency: 'JPY', minus: 0n },
    { key: 'rent', currency: 'GBP', minus: 90000n },
    { key: 'rent', currency: 'EUR', minus: 90000n },
  ]
  const budget = { currency: { code: 'EUR' }, limits: firstLimit(minor(900)) }
  assert.equal(
    budgetFigures(budget, november, day('2026-11-15'), spending, (key) => key !== 'rent'),
    { amount: 900n, spent: 1000n, left: -100n, pace: 450n, notCounted: ['CHF', 'USD'] },
  )
})

const rules = fc.constantFrom('month', 'month:25', 'week:1', 'weeks:2@2026-01-05', 'payday:last-workday').map(rule)

limits('when changed leaves the past alone, whatever the rules and the days', () => {
  const days = fc.integer({ min: 0, max: 200 })
  const changes = fc.array(fc.tuple(fc.integer({ min: 1, max: 99 }), rules, days), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(changes, rules, (steps, asked) => {
      let today = day('2026-01-01')
      let now = firstLimit(minor(100))
      for (const [amount, by, wait] of steps) {
        today = addDays(today, wait)
        const before = now
        now = changeLimit(before, minor(amount), by, today)

        const running = periodAt(always(by), today)
        assert.is(limitIn(now, running), BigInt(amount))
        for (let period = previousPeriod(always(asked), running); period && period.start > '2025-10-01'; ) {
          assert.is(limitIn(now, period), limitIn(before, period))
          period = previousPeriod(always(asked), period)
        }
        assert.equal(now[0]?.effectiveFrom, '1900-01-01')
      }
    }),
    { numRuns: 300, seed: Number(process.env.SEED ?? Date.now()) },
  )
})

limits('whose rule is changed leaves its past periods as they were', () => {
  const changes = fc.array(fc.tuple(rules, fc.integer({ min: 0, max: 200 })), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(changes, rules, (steps, first) => {
      let today = day('2026-01-01')
      let now = { rule: first, limits: firstLimit(minor(100)) }
      for (const [by, wait] of steps) {
        today = addDays(today, wait)
        const before = rulesOf(now)
        now = { rule: by, limits: changeLimit(underRule(now.limits, now.rule, by), minor(100), by, today) }
        const after = rulesOf(now)

        const running = periodAt(always(by), today)
        assert.equal(periodAt(after, today), running)
        assert.equal(periodAt(after, addDays(running.end, 1)), periodAt(always(by), addDays(running.end, 1)))
        // the last one before is cut where the new rule begins
        let gone = previousPeriod(before, periodAt(before, running.start))
        for (; gone && gone.start > '2025-10-01'; gone = previousPeriod(before, gone))
          assert.equal(periodAt(after, gone.start), gone)
      }
    }),
    { numRuns: 300, seed: Number(process.env.SEED ?? Date.now()) },
  )
})

limits.run()
