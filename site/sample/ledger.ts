import { changeRule, parseRule } from '../../functions/domain/period.ts'
import { at } from '../../functions/domain/refusal.ts'
import { ok } from '../../functions/domain/result.ts'
import { isZone } from '../../functions/domain/zone.ts'
import { ledgerView } from '../../functions/views/ledger-view.ts'
import type { Api } from '../api.ts'
import { answered, no } from './answers.ts'
import { todayOf, touch, type World } from './world.ts'

export function ledger(world: World): Api['ledgers'] {
  const view = () => ledgerView(world.head, 'owner', world.now())
  return {
    listLedgers: async () => answered(200, { items: [view()] }),
    getLedger: async () => answered(200, view()),
    changeLedger: async ({ body }) => {
      const { name = world.head.name, timeZone = world.head.timeZone, firstWeekday = world.head.firstWeekday } = body
      if (!isZone(timeZone)) return no({ kind: 'bad-zone', pointer: '/timeZone' })
      const rule = body.rule === undefined ? undefined : parseRule(body.rule, firstWeekday)
      if (rule?.ok === false) return no(at('/rule', rule.error))
      world.head = { ...world.head, name: name.trim(), timeZone, firstWeekday }
      const rules = ok(rule ? changeRule(world.head.rules, rule.value, todayOf(world)) : world.head.rules)
      world.head = { ...world.head, rules: rules.value }
      touch(world)
      return answered(200, view())
    },
  }
}
