import type { ledgers as routes } from '../../api/ledgers.ts'
import { changeRule, parseRule, type RuleHistory } from '../../domain/period.ts'
import { at, type Refusal } from '../../domain/refusal.ts'
import { ok, type Result, refuse } from '../../domain/result.ts'
import { isZone, todayIn } from '../../domain/zone.ts'
import { etag, versionsIn } from '../../edge/conditional.ts'
import type { Handler } from '../../edge/handler.ts'
import type { Clock } from '../../ports/clock.ts'
import type { LedgerSettings, Ledgers } from '../../ports/ledgers.ts'
import type { LedgerHead } from '../../ports/scope.ts'
import { ledgerView } from '../../views/ledger-view.ts'

type Needs = { readonly ledgers: Ledgers; readonly clock: Clock }

export const changeLedger: Handler<typeof routes.changeLedger, Needs> = async (needs, scope, { headers, body }) => {
  const now = needs.clock.now()
  const { name = scope.name, timeZone = scope.timeZone, firstWeekday = scope.firstWeekday } = body
  if (!isZone(timeZone)) return refuse({ kind: 'bad-zone', pointer: '/timeZone' })
  const settings = { name: name.trim(), timeZone, firstWeekday }
  const rules = rulesAfter(scope, settings, body.rule, now)
  if (!rules.ok) return rules

  const wanted = { ...settings, rules: rules.value }
  const changed = await needs.ledgers.change(scope, wanted, versionsIn(headers['if-match']))
  if (!changed.ok) return changed
  const { revision } = changed.value
  return ok({ status: 200, body: ledgerView(changed.value, scope.role, now), headers: { etag: etag(revision) } })
}

/** Today is where the ledger is from now on, and so is the first weekday that a bare `week` means. */
function rulesAfter(
  { rules }: LedgerHead,
  { timeZone, firstWeekday }: Omit<LedgerSettings, 'rules'>,
  text: string | undefined,
  now: number,
): Result<RuleHistory, Refusal> {
  if (text === undefined) return ok(rules)
  const rule = parseRule(text, firstWeekday)
  return rule.ok ? ok(changeRule(rules, rule.value, todayIn(timeZone, now))) : refuse(at('/rule', rule.error))
}
