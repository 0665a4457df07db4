import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import {
  addDays,
  addMonths,
  compareDays,
  type Day,
  daysBetween,
  earliest,
  firstOfMonth,
  fromNumber,
  lastOfMonth,
  latest,
  monthOf,
  parseDay,
  toNumber,
  weekday,
} from './day.ts'
import { ok, refuse } from './result.ts'

const runs = { numRuns: 300, seed: Number(process.env.SEED ?? Date.now()) }

const reading = suite('reading a day')

reading('takes days that the calendar has, from 1900 to 2199', () => {
  for (const text of ['2026-03-15', '2024-02-29', '2000-02-29', '1900-01-01', '2199-12-31']) {
    assert.equal(parseDay(text), ok(text))
  }
})

reading('refuses days that it has not', () => {
  const never = [
    '2026-02-30',
    '2026-02-29',
    '1900-02-29',
    '2100-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
  ]
  const beyond = ['1899-12-31', '2200-01-01', '0000-01-01', '9999-12-31']
  const misspelt = [
    '',
    '2026-3-15',
    '2026/03/15',
    '20260315',
    '2026-03-15T00:00',
    ' 2026-03-15',
    '2026-03-1٥',
    '2026-03-15\n',
  ]
  for (const text of [...never, ...beyond, ...misspelt]) {
    assert.equal(parseDay(text), refuse({ kind: 'bad-day', text }))
  }
})

reading('never takes rubbish', () => {
  const nearly = fc.stringMatching(/^[0-9:\-/ ]{10}$/)
  fc.assert(
    fc.property(fc.oneof(nearly, fc.string({ unit: 'binary' })), (text) => {
      const real = /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00Z`).toJSON()?.startsWith(text)
      assert.is(parseDay(text).ok, Boolean(real && earliest <= text && text <= latest))
    }),
    runs,
  )
})

const counting = suite('counting days')

counting('agrees with the platform on each of three hundred years of days', () => {
  for (let number = toNumber(earliest); number <= toNumber(latest); number += 1) {
    const expected = new Date(number * 86_400_000).toISOString().slice(0, 10)
    if (fromNumber(number) !== expected || toNumber(expected as Day) !== number) assert.unreachable(expected)
  }
})

counting('starts at 1970-01-01, a Thursday', () => {
  assert.is(toNumber('1970-01-01' as Day), 0)
  assert.is(weekday('1970-01-01' as Day), 4)
  assert.is(weekday('2026-03-15' as Day), 7)
  assert.is(weekday('1900-01-01' as Day), 1)
})

counting('goes both ways', () => {
  assert.is(addDays('2026-02-28' as Day, 1), '2026-03-01')
  assert.is(addDays('2026-01-01' as Day, -1), '2025-12-31')
  assert.is(daysBetween('2024-02-28' as Day, '2024-03-01' as Day), 2)
  assert.is(compareDays('2026-01-02' as Day, '2026-01-10' as Day), -1)
  assert.is(compareDays(latest, earliest), 1)
  assert.is(compareDays(latest, latest), 0)
})

counting('stops with a throw where the days end', () => {
  assert.throws(() => addDays(latest, 1), RangeError)
  assert.throws(() => addDays(earliest, -1), RangeError)
  assert.throws(() => fromNumber(Number.NaN), RangeError)
})

const months = suite('months')

months('end when they end', () => {
  assert.is(monthOf('2026-03-15' as Day), '2026-03')
  assert.is(firstOfMonth('2026-03-15' as Day), '2026-03-01')
  assert.is(lastOfMonth('2024-02-10' as Day), '2024-02-29')
  assert.is(lastOfMonth('2100-02-10' as Day), '2100-02-28')
  assert.is(lastOfMonth(latest), latest)
})

months('added keep the date, or take the last one there is', () => {
  assert.is(addMonths('2026-01-31' as Day, 1), '2026-02-28')
  assert.is(addMonths('2024-01-31' as Day, 1), '2024-02-29')
  assert.is(addMonths('2026-03-31' as Day, -1), '2026-02-28')
  assert.is(addMonths('2026-11-15' as Day, 14), '2028-01-15')
  assert.is(addMonths('2026-05-31' as Day, 0), '2026-05-31')
})

reading.run()
counting.run()
months.run()
