import type { Day } from './day.ts'
import type { Rule, RuleHistory } from './period.ts'

/** The rule in force on a day. */
export function ruleAt(history: RuleHistory, day: Day): Rule {
  const inForce = history.findLast(({ effectiveFrom }) => effectiveFrom <= day) ?? history[0]
  if (!inForce) throw new RangeError('A ledger without a rule has no periods.')
  return inForce.rule
}

/** The rule that waits for its day. */
export function ruleAfter(history: RuleHistory, day: Day): RuleHistory[number] | undefined {
  return history.slice(1).find(({ effectiveFrom }) => effectiveFrom > day)
}
