import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { addDays, type Day, daysBetween, earliest, fromNumber, latest, toNumber } from './day.ts'
import {
  always,
  changeRule,
  nextPeriod,
  type Period,
  periodAt,
  previousPeriod,
  type Rule,
  type RuleHistory,
  wholeMonths,
  windowsBefore,
} from './period.ts'
import { todayIn } from './zone.ts'

const runs = { numRuns: 300, seed: Number(process.env.SEED ?? Date.now()) }

const days = fc.integer({ min: toNumber(earliest), max: toNumber(latest) }).map(fromNumber)
const daysOfAUser = fc
  .integer({ min: toNumber('2020-01-01' as Day), max: toNumber('2029-12-31' as Day) })
  .map(fromNumber)
const rules: fc.Arbitrary<Rule> = fc.oneof(
  fc.record({ kind: fc.constant('month' as const), date: fc.integer({ min: 1, max: 31 }) }),
  fc.record({ kind: fc.constant('week' as const), weekday: fc.integer({ min: 1, max: 7 }) }),
  fc.record({ kind: fc.constant('weeks' as const), every: fc.integer({ min: 2, max: 52 }), anchor: days }),
  fc.record({ kind: fc.constant('payday' as const), date: fc.integer({ min: 1, max: 31 }) }),
)
/** What a person did over the years: rules chosen on days in order, often twice within one period. */
const changes = fc
  .array(fc.record({ rule: rules, today: fc.oneof(daysOfAUser, days) }), { maxLength: 12 })
  .map((list) => list.toSorted((a, b) => daysBetween(b.today, a.today)))
const histories = fc
  .tuple(rules, changes)
  .map(([first, changes]) =>
    changes.reduce<RuleHistory>((now, { rule, today }) => changeRule(now, rule, today), always(first)),
  )

const around = (history: RuleHistory, day: Day, reach: number): Period[] => {
  const periods: Period[] = []
  const from = fromNumber(Math.max(toNumber(day) - reach, toNumber(earliest)))
  for (let at: Period | undefined = periodAt(history, from); at && periods.length < 60; at = nextPeriod(history, at)) {
    periods.push(at)
  }
  return periods
}

const law = suite('law 7: periods tile the calendar')

law('without a gap or an overlap, whatever the rules were', () => {
  fc.assert(
    fc.property(histories, fc.oneof(daysOfAUser, days), (history, day) => {
      const periods = around(history, day, 400)

      for (const [place, { start, end }] of periods.entries()) {
        assert.ok(start <= end)
        const before = periods[place - 1]
        if (before) assert.is(start, addDays(before.end, 1))
      }
    }),
    runs,
  )
})

law('from the first day there is to the last', () => {
  fc.assert(
    fc.property(rules, fc.array(fc.record({ rule: rules, today: daysOfAUser }), { maxLength: 3 }), (first, changes) => {
      const sorted = changes.toSorted((a, b) => daysBetween(b.today, a.today))
      const history = sorted.reduce((now, { rule, today }) => changeRule(now, rule, today), always(first))

      assert.is(periodAt(history, earliest).start, earliest)
      assert.is(periodAt(history, latest).end, latest)
      assert.is(nextPeriod(history, periodAt(history, latest)), undefined)
      assert.is(previousPeriod(history, periodAt(history, earliest)), undefined)
    }),
    runs,
  )
})

law('and every day of a period answers with that period', () => {
  fc.assert(
    fc.property(histories, fc.oneof(daysOfAUser, days), fc.nat(400), (history, day, step) => {
      const period = periodAt(history, day)
      const length = daysBetween(period.start, period.end) + 1

      assert.ok(period.start <= day && day <= period.end)
      assert.equal(periodAt(history, addDays(period.start, step % length)), period)
      assert.equal(periodAt(history, period.start), period)
      assert.equal(periodAt(history, period.end), period)
    }),
    runs,
  )
})

law('and a step forth and a step back lead home', () => {
  fc.assert(
    fc.property(histories, fc.oneof(daysOfAUser, days), (history, day) => {
      const period = periodAt(history, day)
      const next = nextPeriod(history, period)
      const previous = previousPeriod(history, period)

      if (next) assert.equal(previousPeriod(history, next), period)
      if (previous) assert.equal(nextPeriod(history, previous), period)
    }),
    runs,
  )
})

law('in every zone, over every change of its clocks, for a zone only says which day it is', () => {
  const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'))
  const instants = fc.integer({ min: Date.UTC(1971, 0, 1), max: Date.UTC(2037, 0, 1) })
  fc.assert(
    fc.property(histories, zones, instants, (history, zone, instant) => {
      for (let hour = 0; hour < 24 * 14; hour += 1) {
        const now = instant + hour * 3_600_000
        const today = todayIn(zone, now)
        const period = periodAt(history, today)

        assert.ok(Math.abs(toNumber(today) - Math.floor(now / 86_400_000)) <= 1)
        assert.ok(period.start <= today && today <= period.end)
      }
    }),
    runs,
  )
})

const past = suite('the past is never rewritten')

past('by a change of rule: what ended or is running stays as it was', () => {
  fc.assert(
    fc.property(changes, rules, rules, daysOfAUser, days, (earlier, first, rule, today, any) => {
      const until = earlier.filter((change) => change.today <= today)
      const history = until.reduce((now, { rule, today }) => changeRule(now, rule, today), always(first))
      const changed = changeRule(history, rule, today)

      const running = periodAt(history, today)
      for (const day of [today, running.start, running.end, addDays(running.end, -400), any]) {
        if (day <= running.end) assert.equal(periodAt(changed, day), periodAt(history, day))
      }
    }),
    runs,
  )
})

past('and one bridge at most lies before the first whole period of the new rule', () => {
  fc.assert(
    fc.property(rules, rules, daysOfAUser, (first, rule, today) => {
      const changed = changeRule(always(first), rule, today)
      const bridge = nextPeriod(changed, periodAt(changed, today))
      const after = bridge && nextPeriod(changed, bridge)

      assert.ok(bridge && after)
      assert.equal(after, periodAt(always(rule), after.start))
      assert.is(bridge.end, periodAt(always(rule), bridge.start).end)
    }),
    runs,
  )
})

const splitting = suite('whole months and edge days')

splitting('make up the period again', () => {
  fc.assert(
    fc.property(days, days, (one, other) => {
      const period = one < other ? { start: one, end: other } : { start: other, end: one }
      const { months, edges } = wholeMonths(period)

      const whole = months ? [{ start: months.first, end: endOfMonth(months.last) }] : []
      const pieces = [...whole, ...edges].toSorted((a, b) => daysBetween(b.start, a.start))
      assert.is(pieces[0]?.start, period.start)
      assert.is(pieces.at(-1)?.end, period.end)
      for (const [place, piece] of pieces.entries()) {
        const before = pieces[place - 1]
        if (before) assert.is(piece.start, addDays(before.end, 1))
      }
      assert.ok(months || daysBetween(period.start, period.end) < 60)
      assert.ok(edges.every(({ start, end }) => !months || daysBetween(start, end) < 30))
    }),
    runs,
  )
})

splitting('make windows that meet', () => {
  fc.assert(
    fc.property(daysOfAUser, fc.nat(400), (start, length) => {
      const period = { start, end: addDays(start, length) }
      const windows = [...windowsBefore(period, 6), period]

      assert.is(windows.length, 7)
      for (const [place, { start }] of windows.entries()) {
        const before = windows[place - 1]
        if (before) assert.is(start, addDays(before.end, 1))
      }
    }),
    runs,
  )
})

function endOfMonth(first: Day): Day {
  const month = new Date(`${first}T00:00Z`)
  return new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 0)).toISOString().slice(0, 10) as Day
}

law.run()
past.run()
splitting.run()
