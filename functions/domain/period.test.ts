import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Day, earliest, latest } from './day.ts'
import {
  always,
  changeRule,
  nextPeriod,
  type Period,
  parseRule,
  periodAt,
  periodsBack,
  previousPeriod,
  type Rule,
  wholeMonths,
  windowsBefore,
} from './period.ts'

const day = (text: string) => text as Day
const period = (start: string, end: string): Period => ({ start: day(start), end: day(end) })

function rule(text: string): Rule {
  const parsed = parseRule(text, 1)
  if (!parsed.ok) throw new Error(text)
  return parsed.value
}

const at = (text: string, on: string) => periodAt(always(rule(text)), day(on))

const periods = suite('periods')

periods('of a month begin on its date', () => {
  assert.equal(at('month', '2026-02-10'), period('2026-02-01', '2026-02-28'))
  assert.equal(at('month:25', '2026-03-24'), period('2026-02-25', '2026-03-24'))
  assert.equal(at('month:25', '2026-03-25'), period('2026-03-25', '2026-04-24'))
})

periods('begin on the last day of a month that has not the date', () => {
  assert.equal(at('month:31', '2026-02-28'), period('2026-02-28', '2026-03-30'))
  assert.equal(at('month:31', '2026-02-27'), period('2026-01-31', '2026-02-27'))
  assert.equal(at('month:29', '2024-02-29'), period('2024-02-29', '2024-03-28'))
})

periods('of weeks follow the weekday or the anchor, also before it', () => {
  assert.equal(at('week:1', '2026-03-15'), period('2026-03-09', '2026-03-15'))
  assert.equal(at('week:7', '2026-03-15'), period('2026-03-15', '2026-03-21'))
  assert.equal(at('weeks:2@2026-01-05', '2026-01-18'), period('2026-01-05', '2026-01-18'))
  assert.equal(at('weeks:2@2026-01-05', '2026-01-04'), period('2025-12-22', '2026-01-04'))
})

periods('of pay days avoid the week-end', () => {
  assert.equal(at('payday:25', '2026-01-25'), period('2026-01-23', '2026-02-24'))
  assert.equal(at('payday:last-workday', '2026-02-10'), period('2026-01-30', '2026-02-26'))
  assert.equal(at('payday:1', '2026-01-31'), period('2026-01-30', '2026-02-26'))
})

periods('are cut where the days begin and end', () => {
  assert.equal(at('month:25', '1900-01-10'), period('1900-01-01', '1900-01-24'))
  assert.equal(at('weeks:52@2026-01-05', latest).end, latest)
  assert.is(previousPeriod(always(rule('month')), period('1900-01-01', '1900-01-31')), undefined)
  assert.is(nextPeriod(always(rule('month')), period('2199-12-01', '2199-12-31')), undefined)
})

periods('are listed backwards from one, oldest first', () => {
  const monthly = always(rule('month'))
  assert.equal(periodsBack(monthly, period('2026-01-01', '2026-01-31'), 3), [
    period('2025-11-01', '2025-11-30'),
    period('2025-12-01', '2025-12-31'),
    period('2026-01-01', '2026-01-31'),
  ])
  assert.is(periodsBack(monthly, period('1900-02-01', '1900-02-28'), 12).length, 2)
})

const changing = suite('changing the rule')

changing('finishes the running period, then bridges to the first boundary of the new rule', () => {
  const history = changeRule(always(rule('month')), rule('month:25'), day('2026-01-15'))

  assert.equal(periodAt(history, day('2026-01-15')), period('2026-01-01', '2026-01-31'))
  assert.equal(periodAt(history, day('2026-02-01')), period('2026-02-01', '2026-02-24'))
  assert.equal(periodAt(history, day('2026-02-25')), period('2026-02-25', '2026-03-24'))
})

changing('twice before it holds keeps the second only', () => {
  const monthly = always(rule('month'))
  const once = changeRule(monthly, rule('week:1'), day('2026-01-15'))

  assert.equal(changeRule(once, rule('week:7'), day('2026-01-31')), [
    ...monthly,
    { effectiveFrom: day('2026-02-01'), rule: rule('week:7') },
  ])
})

changing('back before it holds drops the change', () => {
  const monthly = always(rule('month'))
  const once = changeRule(monthly, rule('week:1'), day('2026-01-15'))

  assert.equal(changeRule(once, rule('month'), day('2026-01-31')), monthly)
})

changing('to the rule that holds changes nothing', () => {
  assert.equal(changeRule(always(rule('month')), rule('month:1'), day('2026-01-15')), always(rule('month')))
})

changing('in the last period there is changes nothing', () => {
  assert.equal(changeRule(always(rule('month')), rule('week:1'), latest), always(rule('month')))
})

const splitting = suite('splitting a period in whole months')

splitting('leaves the days at its edges', () => {
  assert.equal(wholeMonths(period('2026-01-25', '2026-04-10')), {
    months: { first: '2026-02-01', last: '2026-03-01' },
    edges: [period('2026-01-25', '2026-01-31'), period('2026-04-01', '2026-04-10')],
  })
  assert.equal(wholeMonths(period('2026-01-01', '2026-01-31')), {
    months: { first: '2026-01-01', last: '2026-01-01' },
    edges: [],
  })
  assert.equal(wholeMonths(period('2026-01-31', '2026-02-28')), {
    months: { first: '2026-02-01', last: '2026-02-01' },
    edges: [period('2026-01-31', '2026-01-31')],
  })
})

splitting('leaves a period without a whole month as it is', () => {
  assert.equal(wholeMonths(period('2026-01-02', '2026-02-27')), { edges: [period('2026-01-02', '2026-02-27')] })
  assert.equal(wholeMonths(period('2026-01-10', '2026-01-12')), { edges: [period('2026-01-10', '2026-01-12')] })
})

splitting('reaches from the first day to the last', () => {
  assert.equal(wholeMonths({ start: earliest, end: latest }), {
    months: { first: '1900-01-01', last: '2199-12-01' },
    edges: [],
  })
})

const comparing = suite('comparing a free range')

comparing('sets whole months against as many months', () => {
  assert.equal(windowsBefore(period('2026-03-01', '2026-03-31'), 2), [
    period('2026-01-01', '2026-01-31'),
    period('2026-02-01', '2026-02-28'),
  ])
  assert.equal(windowsBefore(period('2026-01-01', '2026-03-31'), 1), [period('2025-10-01', '2025-12-31')])
})

comparing('sets other ranges against as many days', () => {
  assert.equal(windowsBefore(period('2026-03-02', '2026-03-31'), 2), [
    period('2026-01-01', '2026-01-30'),
    period('2026-01-31', '2026-03-01'),
  ])
})

comparing('leaves out what would begin before 1900', () => {
  assert.equal(windowsBefore(period('1900-02-01', '1900-02-28'), 6), [period('1900-01-01', '1900-01-31')])
  assert.equal(windowsBefore({ start: earliest, end: latest }, 6), [])
})

periods.run()
changing.run()
splitting.run()
comparing.run()
