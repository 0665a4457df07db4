import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Day } from '../../domain/day.ts'
import { always, type Period, parseRule } from '../../domain/period.ts'
import { frameFor } from './frame-for.ts'

const ruled = (text: string) => {
  const rule = parseRule(text, 1)
  if (!rule.ok) throw new Error(text)
  return rule.value
}
const span = (start: string, end: string) => ({ start, end }) as { readonly start: Day; readonly end: Day }
const months = always(ruled('month'))
const before = (period: Period, scheduled?: string, own = months) =>
  frameFor(own, scheduled === undefined || scheduled === 'own' ? scheduled : ruled(scheduled), period).previous

const seen = suite('what a report is seen against')

seen('are periods of its schedule’s rule, where that has another one than the ledger', () => {
  assert.equal(before(span('2026-02-25', '2026-03-24'), 'month:25'), span('2026-01-25', '2026-02-24'))
  assert.equal(before(span('2026-02-27', '2026-03-30'), 'payday:last-workday'), span('2026-01-30', '2026-02-26'))
})

seen('are periods of the ledger’s, where those make it', () => {
  for (const scheduled of [undefined, 'own', 'month', 'month:25']) {
    assert.equal(before(span('2026-03-01', '2026-03-31'), scheduled), span('2026-02-01', '2026-02-28'))
  }
})

seen('are no bridge of the ledger’s, where the schedule’s rule knows none', () => {
  const changed = [...months, { effectiveFrom: '2026-02-01' as Day, rule: ruled('month:25') }]
  assert.equal(before(span('2026-02-25', '2026-03-24'), 'own', changed), span('2026-02-01', '2026-02-24'))
  assert.equal(before(span('2026-02-25', '2026-03-24'), 'month:25', changed), span('2026-01-25', '2026-02-24'))
})

seen('are weeks or as many days, where no rule makes it', () => {
  assert.equal(before(span('2026-03-03', '2026-03-09')), span('2026-02-24', '2026-03-02'))
  assert.equal(before(span('2026-04-01', '2026-04-24'), 'month:25'), span('2026-03-08', '2026-03-31'))
})

seen.run()
