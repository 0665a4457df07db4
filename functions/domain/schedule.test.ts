import * as fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { addDays, type Day, latest } from './day.ts'
import { always, changeRule, parseRule, type RuleHistory } from './period.ts'
import { coverFrom, dueAt, dueBy, type Timing } from './schedule.ts'

const ruled = (text: string): RuleHistory => {
  const rule = parseRule(text, 1)
  if (!rule.ok) throw new Error(text)
  return always(rule.value)
}
const day = (text: string) => text as Day
const berlin: Timing = { afterDays: 3, hour: 9, timeZone: 'Europe/Berlin' }

const due = suite('when a report is due')

due('counts the days from the end of its period, and the hour in the zone', () => {
  assert.is(dueAt(day('2026-02-28'), berlin), Date.UTC(2026, 2, 3, 8))
  assert.is(dueAt(day('2026-07-31'), berlin), Date.UTC(2026, 7, 3, 7))
  assert.is(
    dueAt(day('2026-03-01'), { ...berlin, afterDays: 1, timeZone: 'Asia/Kathmandu' }),
    Date.UTC(2026, 2, 2, 3, 15),
  )
})

due('waits for the day to be over in the ledger’s zone, and no longer', () => {
  const early: Timing = { afterDays: 1, hour: 9, timeZone: 'Pacific/Kiritimati' }
  assert.is(dueAt(day('2026-03-31'), early, 'America/Los_Angeles'), Date.UTC(2026, 3, 1, 7))
  assert.is(dueAt(day('2026-03-31'), { ...early, afterDays: 2 }, 'America/Los_Angeles'), Date.UTC(2026, 3, 1, 19))
  assert.is(dueAt(day('2026-03-31'), berlin, 'America/Los_Angeles'), dueAt(day('2026-03-31'), berlin))
  assert.is(dueAt(latest, berlin, 'America/Los_Angeles'), Date.UTC(2199, 11, 31, 8))
})

due('never lies past the last day there is', () => {
  assert.is(dueAt(latest, berlin), Date.UTC(2199, 11, 31, 8))
})

const covers = suite('what reports cover')

covers('is the rest of the period that holds their first day', () => {
  assert.equal(coverFrom(ruled('month'), day('2026-02-01')), { start: '2026-02-01', end: '2026-02-28' })
  assert.equal(coverFrom(ruled('month:25'), day('2026-02-10')), { start: '2026-02-10', end: '2026-02-24' })
})

covers('is nothing before it is due, and everything that was missed, the newest first', () => {
  const history = ruled('week:1')
  const first = coverFrom(history, day('2026-03-02'))
  const monday: Timing = { afterDays: 1, hour: 9, timeZone: 'UTC' }

  assert.equal(dueBy(Date.UTC(2026, 2, 9, 9) - 1, history, first, monday, 4), { periods: [], next: first })
  assert.equal(dueBy(Date.UTC(2026, 2, 9, 9), history, first, monday, 4), {
    periods: [{ start: '2026-03-02', end: '2026-03-08' }],
    next: { start: '2026-03-09', end: '2026-03-15' },
  })
  assert.equal(dueBy(Date.UTC(2026, 2, 24), history, first, monday, 4), {
    periods: [
      { start: '2026-03-16', end: '2026-03-22' },
      { start: '2026-03-09', end: '2026-03-15' },
      { start: '2026-03-02', end: '2026-03-08' },
    ],
    next: { start: '2026-03-23', end: '2026-03-29' },
  })
})

covers('is at most the newest four after a long silence', () => {
  const history = ruled('week:1')
  const { periods, next } = dueBy(Date.UTC(2027, 2, 2), history, coverFrom(history, day('2026-03-02')), berlin, 4)

  assert.equal(
    periods.map(({ start }) => start),
    ['2027-02-15', '2027-02-08', '2027-02-01', '2027-01-25'],
  )
  assert.is(next.start, '2027-02-22')
})

covers('tiles the calendar, whatever the rules become and whenever somebody looks', () => {
  const rule = fc.constantFrom(
    'month',
    'month:25',
    'month:31',
    'week:1',
    'week:7',
    'weeks:2@2026-01-05',
    'payday:25',
    'payday:last-workday',
  )
  const zone = fc.constantFrom(
    'UTC',
    'Europe/Berlin',
    'Asia/Kathmandu',
    'Pacific/Chatham',
    'America/St_Johns',
    'Pacific/Apia',
  )
  const looks = fc.array(
    fc.record({ hours: fc.integer({ min: 0, max: 600 }), rule: fc.option(rule, { nil: undefined }) }),
    { minLength: 20, maxLength: 60 },
  )
  fc.assert(
    fc.property(
      rule,
      zone,
      fc.integer({ min: 1, max: 10 }),
      fc.nat(23),
      looks,
      (first, timeZone, afterDays, hour, all) => {
        let history = ruled(first)
        let next = coverFrom(history, day('2026-01-07'))
        let now = Date.UTC(2026, 0, 7)
        const seen: { start: Day; end: Day }[] = []
        for (const look of all) {
          now += look.hours * 3_600_000
          const today = new Date(now).toISOString().slice(0, 10) as Day
          const made = dueBy(now, history, next, { afterDays, hour, timeZone }, 100)
          seen.push(...[...made.periods].reverse())
          next = made.next
          const change = look.rule && parseRule(look.rule, 1)
          if (change?.ok) history = changeRule(history, change.value, today)
        }
        seen.push(next)
        assert.is(seen[0]?.start, '2026-01-07')
        for (const [place, one] of seen.entries()) {
          assert.ok(one.start <= one.end)
          if (place > 0) assert.is(one.start, addDays(seen[place - 1]?.end ?? latest, 1))
        }
      },
    ),
    { numRuns: 300 },
  )
})

due.run()
covers.run()
