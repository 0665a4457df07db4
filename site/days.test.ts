import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { weekdayName } from './day-names.ts'
import { dayAndMonth, dayName, daysLeft, following, periodLabel, periodTitle, shifted, spanText } from './days.ts'
import { settle } from './locale.ts'

const november = { start: '2026-11-01', end: '2026-11-30' }
const fromPayday = { start: '2026-10-25', end: '2026-11-24' }

const naming = suite('naming days')
naming.before.each(() => settle('en-GB'))

naming('has words for today and yesterday, and the year only where it is another', () => {
  assert.is(dayName('2026-11-22', '2026-11-22'), 'Today')
  assert.is(dayName('2026-11-21', '2026-11-22'), 'Yesterday')
  assert.is(dayName('2026-10-31', '2026-11-01'), 'Yesterday')
  assert.match(dayName('2026-11-20', '2026-11-22'), /^Fri,? 20 Nov$/)
  assert.match(dayName('2025-11-20', '2026-11-22'), /2025/)
  assert.is(dayAndMonth('2026-11-30'), '30 November')
})

naming('names all seven weekdays, wherever the browser is', () => {
  const before = process.env.TZ
  const named = ['Europe/Berlin', 'Pacific/Auckland', 'America/Los_Angeles'].map((zone) => {
    process.env.TZ = zone
    return [1, 2, 3, 4, 5, 6, 7].map(weekdayName).join(' ')
  })
  if (before === undefined) delete process.env.TZ
  else process.env.TZ = before

  for (const names of named) assert.is(names, 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday')
})

naming('calls a calendar month by its name, and another period by its ends', () => {
  assert.is(periodTitle(november), 'November 2026')
  assert.is(periodTitle({ start: '2024-02-01', end: '2024-02-29' }), 'February 2024')
  assert.is(periodTitle(fromPayday), spanText(fromPayday))
  assert.match(spanText(fromPayday), /^25 Oct\s–\s24 Nov 2026$/)
  assert.is(periodLabel(november), 'Nov')
  assert.is(periodLabel(fromPayday), '25 Oct')
})

naming('keeps the words English in the order of the person’s country', () => {
  settle('en-US')
  assert.is(dayAndMonth('2026-11-30'), 'November 30')
  settle('de-DE')
  assert.is(dayAndMonth('2026-11-30'), '30 November')
})

naming('counts today among the days that are left', () => {
  assert.is(daysLeft(november, '2026-11-22'), 9)
  assert.is(daysLeft(november, '2026-11-30'), 1)
  assert.is(daysLeft(november, '2026-12-01'), 0)
  assert.is(daysLeft(november, '2026-10-31'), 0)
})

naming('steps over the ends of months and years', () => {
  assert.is(shifted('2026-03-01', -1), '2026-02-28')
  assert.is(shifted('2026-12-31', 1), '2027-01-01')
  assert.is(shifted('2026-03-29', 1), '2026-03-30')
})

naming('begins the week on Monday', () => {
  assert.is(weekdayName(1), 'Monday')
  assert.is(weekdayName(7), 'Sunday')
})

naming('follow a span by one that is as long: as many months where both are whole ones, else as many days', () => {
  const span = (start: string, end: string) => ({ start, end })

  assert.equal(
    following(span('2026-11-01', '2026-11-30'), span('2026-10-01', '2026-10-31')),
    span('2026-12-01', '2026-12-31'),
  )
  assert.equal(
    following(span('2026-10-01', '2026-12-31'), span('2026-07-01', '2026-09-30')),
    span('2027-01-01', '2027-03-31'),
  )
  assert.equal(
    following(span('2026-11-09', '2026-11-22'), span('2026-10-26', '2026-11-08')),
    span('2026-11-23', '2026-12-06'),
  )
})

naming.run()
