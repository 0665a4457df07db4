import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Day } from './day.ts'
import { instantIn, isZone, todayIn } from './zone.ts'

const today = suite('today in a zone')

today('depends on the zone, not on the machine', () => {
  const instant = Date.UTC(2026, 2, 14, 19, 0)

  assert.is(todayIn('Asia/Kolkata', instant), '2026-03-15')
  assert.is(todayIn('UTC', instant), '2026-03-14')
  assert.is(todayIn('Pacific/Kiritimati', instant), '2026-03-15')
  assert.is(todayIn('Pacific/Pago_Pago', Date.UTC(2026, 2, 14, 10, 59)), '2026-03-13')
})

today('begins at midnight, to the millisecond, in summer too', () => {
  assert.is(todayIn('Europe/Berlin', Date.UTC(2026, 6, 1, 22) - 1), '2026-07-01')
  assert.is(todayIn('Europe/Berlin', Date.UTC(2026, 6, 1, 22)), '2026-07-02')
  assert.is(todayIn('Europe/Berlin', Date.UTC(2026, 0, 1, 23) - 1), '2026-01-01')
  assert.is(todayIn('Europe/Berlin', Date.UTC(2026, 0, 1, 23)), '2026-01-02')
})

today('follows a zone that left a day out', () => {
  assert.is(todayIn('Pacific/Apia', Date.UTC(2011, 11, 30, 9, 59)), '2011-12-29')
  assert.is(todayIn('Pacific/Apia', Date.UTC(2011, 11, 30, 10)), '2011-12-31')
})

today('throws where there is no day to give', () => {
  assert.throws(() => todayIn('Mars/Olympus', 0), RangeError)
  assert.throws(() => todayIn('UTC', Date.UTC(2200, 0, 1)), RangeError)
  assert.throws(() => todayIn('UTC', Number.NaN), RangeError)
})

const zones = suite('zones')

zones('are known by name, old names too', () => {
  for (const name of ['UTC', 'Asia/Kolkata', 'Asia/Calcutta', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5']) {
    assert.ok(isZone(name), name)
  }
})

zones('are not offsets, and not rubbish', () => {
  for (const name of [
    '',
    '+05:30',
    'Europe',
    'Mars/Olympus',
    'Asia/Kolkata ',
    'Asia/Kolkata\n',
    '__proto__',
    'A'.repeat(9999),
  ]) {
    assert.not.ok(isZone(name), name)
  }
})

const hours = suite('an hour in a zone')

const at = (zone: string, day: string, hour: number) => new Date(instantIn(zone, day as Day, hour)).toISOString()

hours('is the instant at which its clocks say so', () => {
  assert.is(at('UTC', '2026-03-03', 9), '2026-03-03T09:00:00.000Z')
  assert.is(at('Europe/Berlin', '2026-07-03', 9), '2026-07-03T07:00:00.000Z')
  assert.is(at('America/Los_Angeles', '2026-01-03', 9), '2026-01-03T17:00:00.000Z')
  assert.is(at('Asia/Kathmandu', '2026-03-03', 9), '2026-03-03T03:15:00.000Z')
  assert.is(at('Pacific/Chatham', '2026-01-03', 9), '2026-01-02T19:15:00.000Z')
  assert.is(at('Pacific/Kiritimati', '2026-03-03', 0), '2026-03-02T10:00:00.000Z')
})

hours('that comes twice is the first one', () => {
  assert.is(at('Europe/Berlin', '2026-10-25', 2), '2026-10-25T00:00:00.000Z')
  assert.is(at('America/New_York', '2026-11-01', 1), '2026-11-01T05:00:00.000Z')
})

hours('that is left out is the one after it', () => {
  assert.is(at('Europe/Berlin', '2026-03-29', 2), '2026-03-29T01:00:00.000Z')
  assert.is(at('America/Santiago', '2026-09-06', 0), '2026-09-06T04:00:00.000Z')
  assert.is(at('Australia/Lord_Howe', '2026-10-04', 2), '2026-10-03T15:30:00.000Z')
})

hours('of a day that is left out is on the day after it', () => {
  assert.is(at('Pacific/Apia', '2011-12-30', 9), '2011-12-30T19:00:00.000Z')
})

hours('lies on that day in every zone, unless it was left out', () => {
  for (const zone of Intl.supportedValuesOf('timeZone')) {
    for (let day = Date.UTC(2026, 0, 1); day < Date.UTC(2027, 0, 1); day += 6 * 86_400_000) {
      const name = new Date(day).toISOString().slice(0, 10) as Day
      assert.is(todayIn(zone, instantIn(zone, name, 9)), name, zone)
    }
  }
})

today.run()
hours.run()
zones.run()
