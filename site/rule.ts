/** How a period rule is asked for: one choice, and what that choice needs. */
export const ruleKinds = ['month', 'payday', 'last-workday', 'week', 'weeks'] as const
export type RuleKind = (typeof ruleKinds)[number]

export interface RuleParts {
  readonly kind: RuleKind
  readonly date: string
  readonly every: string
  readonly anchor: string
}

/** The parts of a rule's text, `month:25` or `weeks:2@2026-01-05`. */
export function readRule(text: string): RuleParts {
  const [name = '', detail = ''] = text.split(':')
  const [every = '', anchor = ''] = name === 'weeks' ? detail.split('@') : []
  const kind = detail === 'last-workday' ? detail : ruleField(name)
  return { kind, date: kind === 'month' || kind === 'payday' ? detail || '1' : '', every, anchor }
}

/** The text of a rule from a form's fields; what is wrong with them the server says. A week begins with the ledger's. */
export function writeRule({
  rule = '',
  date = '',
  every = '',
  anchor = '',
  firstWeekday = '',
}: {
  readonly [field: string]: string
}): string {
  switch (ruleField(rule)) {
    case 'month':
      return date === '' || date === '1' ? 'month' : `month:${date}`
    case 'payday':
      return `payday:${date}`
    case 'last-workday':
      return 'payday:last-workday'
    case 'week':
      return `week:${firstWeekday}`
    case 'weeks':
      return `weeks:${every}@${anchor}`
  }
}

export function ruleField(text: string): RuleKind {
  return ruleKinds.find((kind) => kind === text) ?? 'month'
}
