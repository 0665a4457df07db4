import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { addDays, type Day, toNumber } from './day.ts'
import { fromStore } from './money.ts'
import { always } from './period.ts'
import { worthOf, worthPoints, worthWindows } from './worth.ts'

const monthly = always({ kind: 'month', date: 1 })
const euro = { code: 'EUR', digits: 2 }

const worth = suite('what was in an account')

worth('is asked for the ends of twelve periods and the day before them, of the running one for today', () => {
  const points = worthPoints(monthly, '2026-11-22' as Day, '2026-11-22' as Day)

  assert.is(points.length, 13)
  assert.equal(
    [points[0], points[1], points.at(-2), points.at(-1)],
    ['2025-11-30', '2025-12-31', '2026-10-31', '2026-11-22'],
  )
  assert.is(worthPoints(monthly, '2026-09-01' as Day, '2026-11-22' as Day).at(-1), '2026-09-30')
  assert.is(worthPoints(monthly, '1900-01-05' as Day, '2026-11-22' as Day)[0], '1900-01-31')
})

worth('leaves no day between the points and the end of time out', () => {
  const points = ['2026-10-31', '2026-11-22'] as Day[]

  assert.equal(worthWindows(points), [
    { start: '2026-11-01', end: '2026-11-22' },
    { start: '2026-11-23', end: '2199-12-31' },
  ])
  assert.equal(worthWindows(['2199-12-31' as Day]), [])
})

worth('is, for any history, the opening from its day on and all that moved until then', () => {
  const base = '2026-01-01' as Day
  const days = fc.integer({ min: 0, max: 400 }).map((n) => addDays(base, n))
  const runs = { numRuns: 200, seed: Number(process.env.SEED ?? Date.now()) }
  const moves = fc.array(fc.record({ day: days, amount: fc.bigInt({ min: -9999n, max: 9999n }) }))
  fc.assert(
    fc.property(moves, days, fc.bigInt({ min: -9999n, max: 9999n }), (history, openingDay, opening) => {
      const points = [30, 90, 91, 200].map((n) => addDays(base, n))
      const windows = worthWindows(points)
      const sum = (some: typeof history) => some.reduce((total, { amount }) => total + amount, 0n)
      const account = {
        id: 'a',
        currency: euro,
        opening: { amount: fromStore(opening), day: openingDay },
        balance: fromStore(opening + sum(history)),
      }
      const movements = history.flatMap(({ day, amount }) => {
        const window = windows.findIndex(({ start, end }) => start <= day && day <= end)
        const row = { window, key: 'a', plus: amount > 0n ? amount : 0n, minus: amount < 0n ? -amount : 0n }
        return window < 0 ? [] : [row, { ...row, key: 'b' }]
      })

      const was = points.map((point) => {
        const past = history.filter(({ day }) => toNumber(day) <= toNumber(point))
        return sum(past) + (openingDay <= point ? opening : 0n)
      })
      assert.equal([...worthOf(account, points, movements)], was)
    }),
    runs,
  )
})

worth.run()
