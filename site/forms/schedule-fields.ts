import type { MailView } from '../../functions/api/mail.ts'
import type { ScheduleView } from '../../functions/api/reports.ts'
import { hourName, weekdayName } from '../day-names.ts'
import * as words from '../messages/en-mail.ts'
import * as settings from '../messages/en-settings.ts'
import { platformWords, t } from '../messages/t.ts'
import { readRule } from '../rule.ts'
import type { Days } from '../state/mail.ts'
import type { Form, Values } from '../state/state.ts'
import { comesName, weekdayIn } from './comes-name.ts'
import { field, option } from './field.ts'

const weekdays = [1, 2, 3, 4, 5, 6, 7]
const hows = ['off', 'shelf', 'mail'] as const
/** What reports of a kind may cover; another rule that one of them has already stays to be chosen. */
const usual = { weekly: weekdays.map((one) => `week:${one}`), monthly: ['own', 'month', 'payday:last-workday'] }

/** What happens to reports of a kind, what they cover, and when they come. */
export function scheduleFields(of: Form, schedule: ScheduleView, mail: MailView) {
  const { kind, afterDays, hour, timeZone } = schedule
  const how = schedule.active ? (mail.kinds[kind] ? 'mail' : 'shelf') : 'off'
  const rule = of.values?.rule ?? schedule.rule
  const rules = [...new Set([...usual[kind], schedule.rule])]
  const isWell = mail.verified && !mail.stopped
  const isOff = (of.values?.how ?? how) === 'off'
  const hours = Array.from({ length: 24 }, (_, n) => n)
  const afters = Array.from({ length: kind === 'weekly' ? 7 : 10 }, (_, n) => n + 1)
  return [
    field(of, 'how', {
      label: t(words.how),
      hint: isWell ? undefined : t(words.unverifiedHint),
      options: hows.map((one) => option(one, t(words.hows[one]), how)),
    }),
    !isOff && [
      field(of, 'rule', {
        label: t(words.covers),
        options: rules.map((one) => option(one, ruleName(one), schedule.rule)),
      }),
      field(of, 'afterDays', {
        label: t(words.comes),
        options: [...new Set([...afters, afterDays])].map((n) =>
          option(String(n), comesName(rule, n), String(afterDays)),
        ),
      }),
      field(of, 'hour', {
        label: t(words.hour),
        hint: t(words.hourHint, { zone: platformWords(timeZone) }),
        options: hours.map((n) => option(String(n), hourName(n), String(hour))),
      }),
    ],
  ]
}

/** Of the form's fields; those of a kind that is off are not asked for and stay as they are. */
export function scheduleOf(
  { how, rule, afterDays, hour }: Values,
  before: ScheduleView,
): Days & { readonly isMailed: boolean } {
  return {
    active: how !== 'off',
    isMailed: how === 'mail',
    rule: rule ?? before.rule,
    afterDays: Number(afterDays ?? before.afterDays),
    hour: Number(hour ?? before.hour),
  }
}

function ruleName(rule: string): string {
  if (rule === 'own') return t(words.own)
  if (rule === 'month') return t(words.eachMonth)
  const begins = weekdayIn(rule)
  return begins ? t(words.weekFrom, { weekday: weekdayName(begins) }) : t(settings.rules[readRule(rule).kind])
}
