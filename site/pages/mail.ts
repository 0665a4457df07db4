import type { MailView } from '../../functions/api/mail.ts'
import type { ScheduleView } from '../../functions/api/reports.ts'
import { icon } from '../components/icon.ts'
import { section, when } from '../components/section.ts'
import { momentIn } from '../day-names.ts'
import { spanText } from '../days.ts'
import { type At, form, formOf } from '../forms/form.ts'
import { scheduleFields, scheduleOf } from '../forms/schedule-fields.ts'
import { html } from '../html.ts'
import { offerInside } from '../inside.ts'
import * as asks from '../messages/en-forms.ts'
import * as words from '../messages/en-mail.ts'
import { t } from '../messages/t.ts'
import { refusalText } from '../refusals.ts'
import { askBy } from '../state/load.ts'
import { both, isLost } from '../state/loaded.ts'
import { askLink, mailAsks, setDays, setKinds } from '../state/mail.ts'
import { say } from '../state/screen.ts'
import type { Desk } from '../state/state.ts'

/** Of the settings: where mail goes and what is sent, and when reports are made. */
export function mailSettings({ state, desk }: At) {
  const known = both(state.mail, state.schedules)
  return html`
    ${section(
      t(words.title),
      undefined,
      when(desk, state.mail, 3, (mail) => [address(desk, mail), alerts(desk, mail)]),
    )}
    ${!isLost(state.mail) && when(desk, known, 5, ([mail, schedules]) => schedules.map((one) => days({ state, desk }, one, mail)))}`
}

function address(desk: Desk, { address, verified, stopped }: MailView) {
  const isWell = verified && !stopped
  return html`<p class="row"><b>${address}</b>${isWell && html`<span class="st xs q">${icon('ok')}${t(words.isConfirmed)}</span>`}</p>
    ${
      !isWell &&
      html`<div class="note">${icon('warn', 'warn')}<p>${t(stopped ? words.stopped[stopped] : words.notConfirmed)}</p>
        <button class="b t" type="button" onClick=${() => askLink(desk)}>${t(words.sendAgain)}</button></div>`
    }`
}

function alerts(desk: Desk, { kinds }: MailView) {
  const press = async () => {
    const problem = await setKinds(desk, { alert: !kinds.alert })
    say(desk, problem ? refusalText(problem) : t(words.saved))
    // a box that was pressed shows what is, also where nothing has changed
    desk.state.set({})
  }
  return html`<label class="row more"><input type="checkbox" checked=${kinds.alert} onChange=${press} /><span>${t(words.alerts)}<br /><span class="s q">${t(words.alertsHint)}</span></span></label>`
}

function days(at: At, schedule: ScheduleView, mail: MailView) {
  const { desk } = at
  const { kind, next, timeZone } = schedule
  const name = `days-${kind}`
  const of = formOf(at.state, name)
  const coming = next
    ? t(words.nextOne, { when: momentIn(timeZone, next.dueAt), period: spanText(next) })
    : t(words.noneComes)
  return section(
    t(words.kinds[kind]),
    undefined,
    form(at, {
      name,
      words: t(asks.save),
      fields: [scheduleFields(of, schedule, mail), html`<p class="s q">${coming}</p>`],
      send: async (values) => {
        const { isMailed, ...wish } = scheduleOf(values, schedule)
        const problem = await setDays(desk, kind, wish, isMailed)
        if (!problem) say(desk, t(words.saved))
        return problem
      },
    }),
  )
}

askBy(mailAsks)
offerInside({ 'settings/mail': mailSettings })
