import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { ok, refuse } from './result.ts'
import { formatRule, parseRule } from './rule.ts'

const rules = suite('rules')

rules('are read from text', () => {
  assert.equal(parseRule('month', 1), ok({ kind: 'month', date: 1 }))
  assert.equal(parseRule('month:25', 1), ok({ kind: 'month', date: 25 }))
  assert.equal(parseRule('week:3', 7), ok({ kind: 'week', weekday: 3 }))
  assert.equal(parseRule('weeks:2@2026-01-05', 1), ok({ kind: 'weeks', every: 2, anchor: '2026-01-05' }))
  assert.equal(parseRule('payday:25', 1), ok({ kind: 'payday', date: 25 }))
  assert.equal(parseRule('payday:last-workday', 1), ok({ kind: 'payday', date: 31 }))
})

rules('take a bare week from the ledger', () => {
  assert.equal(parseRule('week', 7), ok({ kind: 'week', weekday: 7 }))
})

rules('have one canonical text', () => {
  for (const [text, canonical] of [
    ['month', 'month'],
    ['month:1', 'month'],
    ['month:31', 'month:31'],
    ['week', 'week:7'],
    ['week:1', 'week:1'],
    ['weeks:4@2026-01-05', 'weeks:4@2026-01-05'],
    ['payday:1', 'payday:1'],
    ['payday:31', 'payday:last-workday'],
    ['payday:last-workday', 'payday:last-workday'],
  ] as const) {
    const rule = parseRule(text, 7)
    assert.ok(rule.ok, text)
    assert.is(formatRule(rule.value), canonical)
    assert.equal(parseRule(canonical, 1), rule)
  }
})

rules('refuse everything else', () => {
  const bad = [
    '',
    'Month',
    'month:',
    'month:0',
    'month:32',
    'month:01',
    'month:1.5',
    'month:1\n',
    'week:0',
    'week:8',
    'week:1:2',
  ]
  const worse = [
    'weeks',
    'weeks:2',
    'weeks:1@2026-01-05',
    'weeks:53@2026-01-05',
    'weeks:2@2026-02-30',
    'weeks:2@2026-01-05@',
  ]
  const worst = ['payday', 'payday:0', 'payday:last', 'year', 'constructor', 'month month']
  for (const text of [...bad, ...worse, ...worst]) assert.equal(parseRule(text, 1), refuse({ kind: 'bad-rule', text }))
})

rules.run()
