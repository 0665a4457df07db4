import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Day } from './day.ts'
import { always, changeRule } from './period.ts'
import { ruleAfter, ruleAt } from './rule-history.ts'

const history = suite('a history of rules')
const monthly = { kind: 'month', date: 1 } as const
const weekly = { kind: 'week', weekday: 1 } as const
const day = (text: string) => text as Day

history('has one rule in force each day, from the beginning of time', () => {
  const rules = changeRule(always(monthly), weekly, day('2026-11-22'))

  assert.equal(ruleAt(rules, day('1900-01-01')), monthly)
  assert.equal(ruleAt(rules, day('2026-11-30')), monthly)
  assert.equal(ruleAt(rules, day('2026-12-01')), weekly)
})

history('tells which rule waits', () => {
  const rules = changeRule(always(monthly), weekly, day('2026-11-22'))

  assert.equal(ruleAfter(rules, day('2026-11-22')), { effectiveFrom: '2026-12-01', rule: weekly })
  assert.is(ruleAfter(rules, day('2026-12-01')), undefined)
  assert.is(ruleAfter(always(monthly), day('1900-01-01')), undefined)
})

history.run()
