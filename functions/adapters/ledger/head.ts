import type { Day } from '../../domain/day.ts'
import type { LedgerId } from '../../domain/ids.ts'
import { parseRule, type Rule, type RuleHistory } from '../../domain/period.ts'
import type { LedgerHead } from '../../ports/scope.ts'
import { currencyFrom } from './rows.ts'

type WholeRead = bigint | number | string

/** A ledger beside one of its rules; a ledger has as many rows as rules. */
export interface HeadRow {
  readonly id: string
  readonly name: string
  readonly currency: string
  readonly digits: WholeRead
  readonly time_zone: string
  readonly first_weekday: WholeRead
  readonly revision: WholeRead
  readonly effective_from: string
  readonly rule: string
}

export const headColumns = [
  'l.id',
  'l.name',
  'l.currency',
  'l.digits',
  'l.time_zone',
  'l.first_weekday',
  'l.revision',
  'r.effective_from',
  'r.rule',
] as const

/** The rows of one ledger, by the days of their rules. */
export function headFrom(rows: readonly [HeadRow, ...HeadRow[]]): LedgerHead {
  const [ledger] = rows
  return {
    ledgerId: ledger.id as LedgerId,
    name: ledger.name,
    currency: currencyFrom(ledger.currency, ledger.digits),
    timeZone: ledger.time_zone,
    firstWeekday: Number(ledger.first_weekday),
    rules: rows.map(({ effective_from, rule }): RuleHistory[number] => ({
      effectiveFrom: effective_from as Day,
      rule: ruleFrom(rule),
    })),
    revision: Number(ledger.revision),
  }
}

/** Rules are stored in their one spelling, in which the first weekday says nothing. */
export function ruleFrom(text: string): Rule {
  const rule = parseRule(text, 1)
  if (!rule.ok) throw new RangeError('A stored rule is none.')
  return rule.value
}
