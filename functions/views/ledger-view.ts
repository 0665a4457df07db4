import type { LedgerView } from '../api/ledgers.ts'
import { formatRule, periodAt } from '../domain/period.ts'
import type { Role } from '../domain/role.ts'
import { ruleAfter, ruleAt } from '../domain/rule-history.ts'
import { todayIn } from '../domain/zone.ts'
import type { Instant } from '../ports/clock.ts'
import type { LedgerHead } from '../ports/scope.ts'

/** A ledger as it stands at an instant, which is another day in another zone. */
export function ledgerView(head: LedgerHead, role: Role, now: Instant): LedgerView {
  const today = todayIn(head.timeZone, now)
  const next = ruleAfter(head.rules, today)
  return {
    id: head.ledgerId,
    revision: head.revision,
    name: head.name,
    currency: head.currency.code,
    timeZone: head.timeZone,
    firstWeekday: head.firstWeekday,
    rule: formatRule(ruleAt(head.rules, today)),
    ...(next && { nextRule: { rule: formatRule(next.rule), from: next.effectiveFrom } }),
    today,
    period: { ...periodAt(head.rules, today) },
    role,
  }
}
