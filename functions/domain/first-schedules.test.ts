import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { firstSchedules } from './first-schedules.ts'
import type { LedgerId, UserId } from './ids.ts'

const first = suite('the first schedules')

const asha = {
  id: '01890000-0000-7000-8000-000000000001' as UserId,
  ledgerId: '01890000-0000-7000-8000-00000000000a' as LedgerId,
  currency: 'INR',
  locale: 'en-IN',
  timeZone: 'Asia/Kolkata',
}

first('cover the running week and month, by the clocks of the person', () => {
  const [weekly, monthly] = firstSchedules(asha, Date.UTC(2026, 2, 14, 19))

  assert.equal(weekly?.next, { start: '2026-03-15', end: '2026-03-21' })
  assert.is(weekly?.dueMs, Date.UTC(2026, 2, 22, 3, 30))
  assert.equal(monthly?.next, { start: '2026-03-01', end: '2026-03-31' })
  assert.is(monthly?.dueMs, Date.UTC(2026, 3, 3, 3, 30))
  assert.is(monthly?.rule, 'own')
})

first('are the same ones, whenever they are made again', () => {
  const [weekly, monthly] = firstSchedules(asha, Date.UTC(2026, 2, 14))
  const [again] = firstSchedules(asha, Date.UTC(2026, 5, 1))

  assert.is(weekly?.id, again?.id)
  assert.is.not(weekly?.id, monthly?.id)
})

first.run()
