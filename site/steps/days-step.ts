import type { ScheduleView } from '../../functions/api/reports.ts'
import { comesName } from '../forms/comes-name.ts'
import { field, option } from '../forms/field.ts'
import { form, formOf } from '../forms/form.ts'
import * as asks from '../messages/en-forms.ts'
import * as mail from '../messages/en-mail.ts'
import * as words from '../messages/en-steps.ts'
import { t } from '../messages/t.ts'
import { whatIs } from '../state/loaded.ts'
import { setDays } from '../state/mail.ts'
import { say } from '../state/screen.ts'
import type { State, Values } from '../state/state.ts'
import { isBeginning } from './beginning.ts'
import { skip } from './skipped.ts'
import type { Step } from './steps.ts'

const name = 'first-days'

/** When reports come, one choice for each kind; the settings have the rest. */
export const daysStep: Step = {
  name: 'days',
  title: words.daysTitle,
  text: words.daysText,
  isDone: (state) => !isBeginning(state) || schedulesIn(state).length === 0 || schedulesIn(state).some(isChosen),
  draw: (at) => {
    const { state, desk } = at
    const of = formOf(state, name)
    return form(at, {
      name,
      words: t(asks.save),
      fields: schedulesIn(state).map((schedule) => {
        const { kind, rule, afterDays, active } = schedule
        const days = Array.from({ length: kind === 'weekly' ? 7 : 10 }, (_, n) => n + 1)
        const wanted = active ? String(afterDays) : off
        return field(of, kind, {
          label: t(mail.kinds[kind]),
          options: [
            option(off, t(mail.hows.off), wanted),
            days.map((n) => option(String(n), comesName(rule, n), wanted)),
          ],
        })
      }),
      send: async (values) => {
        for (const schedule of schedulesIn(state)) {
          const problem = await setDays(desk, schedule.kind, chosen(schedule, values), true)
          if (problem) return problem
        }
        // to leave them as they were is a choice, too
        skip(desk, 'days')
        say(desk, t(mail.saved))
        return undefined
      },
    })
  },
}

const off = 'off'
const schedulesIn = ({ schedules }: State): readonly ScheduleView[] => whatIs(schedules) ?? []

/** Another day than everybody begins with. */
function isChosen({ kind, active, afterDays }: ScheduleView): boolean {
  return !active || afterDays !== (kind === 'weekly' ? 1 : 3)
}

function chosen({ kind, rule, afterDays, hour }: ScheduleView, values: Values) {
  const value = values[kind] ?? off
  return { active: value !== off, rule, hour, afterDays: value === off ? afterDays : Number(value) }
}
