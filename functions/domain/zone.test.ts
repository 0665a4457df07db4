import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { isZone, todayIn } from './zone.ts'

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

today.run()
zones.run()
