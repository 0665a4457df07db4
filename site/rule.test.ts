import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { parseRule } from '../functions/domain/rule.ts'
import { readRule, writeRule } from './rule.ts'

const rules = suite('a period rule in the settings')

rules('goes into the form and comes back the same', () => {
  for (const text of ['month', 'month:25', 'payday:25', 'payday:last-workday', 'week:7', 'weeks:2@2026-01-05']) {
    const { kind, ...parts } = readRule(text)

    assert.is(writeRule({ rule: kind, ...parts, firstWeekday: '7' }), text)
    assert.ok(parseRule(text, 1).ok)
  }
})

rules('that is wrong is left for the server to say so', () => {
  assert.is(writeRule({ rule: 'month', date: '32' }), 'month:32')
  assert.not.ok(parseRule('month:32', 1).ok)
})

rules.run()
