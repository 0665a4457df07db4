import type { UserView } from '../../functions/api/users.ts'
import { exportButton } from '../components/export-button.ts'
import { section, when } from '../components/section.ts'
import { momentText, weekdayName } from '../day-names.ts'
import { dayAndMonth } from '../days.ts'
import { field, option, passwordLook } from '../forms/field.ts'
import { type At, form, formOf } from '../forms/form.ts'
import { html } from '../html.ts'
import { offerInside } from '../inside.ts'
import { areKeysOn, setKeys } from '../keys-on.ts'
import * as en from '../messages/en.ts'
import * as asks from '../messages/en-forms.ts'
import * as keys from '../messages/en-keys.ts'
import * as outside from '../messages/en-outside.ts'
import * as words from '../messages/en-settings.ts'
import * as steps from '../messages/en-steps.ts'
import { language, platformWords, t } from '../messages/t.ts'
import { part } from '../parts.ts'
import { learnRefusals } from '../refusals.ts'
import { to } from '../router.ts'
import { readRule, ruleKinds } from '../rule.ts'
import type { Book } from '../state/book.ts'
import { askBy, items } from '../state/load.ts'
import { logOut } from '../state/log-out.ts'
import { say } from '../state/screen.ts'
import { changeLedger, changePassword, changePerson, leave, revoke } from '../state/settings.ts'
import type { Desk, SessionView } from '../state/state.ts'
import { showAgain } from '../steps/skipped.ts'

/** The person, the ledger, its accounts, where one is logged in, the password, and the door out. */
export function settings(at: At) {
  const { state, desk } = at
  if (state.session.kind !== 'in') return undefined
  const { user } = state.session
  return html`
    <div class="head"><div><h1 tabindex="-1">${t(en.settings)}</h1><p class="q s">${user.email}</p></div>
      <button class="b" type="button" onClick=${() => logOut(desk)}>${t(words.logOut)}</button></div>
    <div class="g two">
      ${person(at, user)}
      ${when(desk, state.book, 5, (book) => ledgerForm(at, book))}
      ${part('settings/mail', at)}
      ${extras(at)}
      ${section(
        t(words.sessions),
        undefined,
        when(desk, state.sessions, 3, (all) => html`<ul>${all.map((one) => sessionLine(desk, one))}</ul>`),
      )}
      ${passwordForm(at)}
      ${leaveForm(at)}
    </div>`
}

function person(at: At, user: UserView) {
  const of = formOf(at.state, 'person')
  return section(
    t(words.you),
    undefined,
    form(at, {
      name: of.name,
      words: t(asks.save),
      fields: [
        field(of, 'name', { label: t(outside.yourName), value: user.name, autocomplete: 'name', maxlength: '120' }),
        field(of, 'locale', { label: t(words.locale), hint: t(words.localeHint), options: locales(user.locale) }),
        field(of, 'timeZone', { label: t(words.ownZone), options: zones(user.timeZone) }),
      ],
      send: (values) => changePerson(at.desk, values),
    }),
  )
}

// The platform keeps no list of locales: these are the ones whose numbers and dates differ most, and the person's own.
const common = 'en-GB en-US en-IN de-DE de-CH fr-FR es-ES it-IT nl-NL pl-PL pt-BR sv-SE hi-IN ta-IN ja-JP ar-EG'.split(
  ' ',
)

function locales(own: string) {
  const names = new Intl.DisplayNames(language(), { type: 'language' })
  return [...new Set([...common, own])].map((one) => option(one, platformWords(names.of(one) ?? one), own))
}

function zones(own: string) {
  return [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', own])].map((one) =>
    option(one, platformWords(one), own),
  )
}

function ledgerForm(at: At, book: Book) {
  const { ledger } = book
  const { name, timeZone, firstWeekday, nextRule, period } = ledger
  const of = formOf(at.state, 'ledger')
  const now = readRule(nextRule?.rule ?? ledger.rule)
  const kind = of.values?.rule ?? now.kind
  const short = { inputmode: 'numeric', maxlength: '2', autocomplete: 'off' }
  return section(
    t(words.ledger),
    ledger.currency,
    form(at, {
      name: of.name,
      words: t(asks.save),
      fields: [
        field(of, 'name', { label: t(words.ledgerName), value: name, maxlength: '120', autocomplete: 'off' }),
        field(of, 'timeZone', { label: t(words.zone), options: zones(timeZone) }),
        field(of, 'firstWeekday', {
          label: t(words.week),
          options: [1, 2, 3, 4, 5, 6, 7].map((one) => option(String(one), weekdayName(one), String(firstWeekday))),
        }),
        field(of, 'rule', {
          label: t(words.periodIs),
          hint: nextRule ? t(words.nextRule, { day: dayAndMonth(nextRule.from) }) : t(words.ruleHint),
          options: ruleKinds.map((one) => option(one, t(words.rules[one]), now.kind)),
        }),
        kind === 'month' &&
          field(of, 'date', { key: kind, label: t(words.monthDate), value: now.date || '1', ...short }),
        kind === 'payday' && field(of, 'date', { key: kind, label: t(words.payDate), value: now.date, ...short }),
        kind === 'weeks' && field(of, 'every', { label: t(words.every), value: now.every || '2', ...short }),
        kind === 'weeks' &&
          field(of, 'anchor', { label: t(words.anchor), value: now.anchor || period.start, type: 'date' }),
      ],
      send: (values) => changeLedger(at.desk, book, values),
    }),
  )
}

/** What can be taken out, what helps at the beginning, and what keys may do. */
function extras({ desk }: At) {
  const isOn = areKeysOn(desk)
  const again = () => {
    showAgain(desk)
    say(desk, t(steps.shownAgain))
  }
  return section(
    t(words.extras),
    undefined,
    html`<p class="s">${t(words.exportText)}</p><p class="row w more">${exportButton(desk, {})}<a class="b" href=${to('/import')}>${t(words.importCsv)}</a></p>
      <p class="more"><button class="b" type="button" onClick=${again}>${t(steps.showAgain)}</button></p>
      <label class="row more"><input type="checkbox" checked=${isOn} onChange=${() => setKeys(desk, !isOn)} /><span>${t(keys.areOn)}<br /><span class="s q">${t(keys.areOnHint)}</span></span></label>`,
  )
}

function sessionLine(desk: Desk, session: SessionView) {
  const { id, agent, current, lastSeenAt } = session
  const name = browserIn(agent) ?? (agent || t(words.unknown))
  return html`<li class="row sb session" key=${id}>
    <span>${name}<br /><span class="q xs">${current ? t(words.thisBrowser) : t(words.lastSeen, { when: momentText(lastSeenAt) })}</span></span>
    ${!current && html`<button class="b t" type="button" aria-label=${t(words.logOutThere, { name })} onClick=${() => revoke(desk, session)}>${t(words.logOut)}</button>`}
  </li>`
}

/** "Firefox, Windows", where a browser says so at length; the later names claim to be the earlier ones too. */
function browserIn(agent: string): string | undefined {
  const browser = /Firefox|Edg|OPR|(?!.*(?:Edg|OPR))Chrome|Safari/.exec(agent)?.[0]
  const system = /Android|iPhone|iPad|Windows|Mac OS|Linux/.exec(agent)?.[0]
  return browser && system && `${browser.replace('Edg', 'Edge').replace('OPR', 'Opera')}, ${system}`
}

function passwordForm(at: At) {
  const of = formOf(at.state, 'password')
  return section(
    t(outside.password),
    undefined,
    form(at, {
      name: of.name,
      words: t(words.changePassword),
      empties: true,
      fields: [
        field(of, 'currentPassword', { label: t(words.currentPassword), ...passwordLook('current-password') }),
        field(of, 'newPassword', {
          label: t(words.newPassword),
          hint: t(outside.passwordHint),
          ...passwordLook('new-password'),
        }),
      ],
      send: (values) => changePassword(at.desk, values),
    }),
  )
}

function leaveForm(at: At) {
  const of = formOf(at.state, 'leave')
  return section(
    t(words.leave),
    undefined,
    html`<p class="s">${t(words.leaveText)}</p><details><summary>${t(words.leaveOpen)}</summary>${form(at, {
      name: of.name,
      words: t(words.leaveDo),
      empties: true,
      fields: field(of, 'password', { label: t(outside.password), ...passwordLook('current-password') }),
      send: (values) => leave(at.desk, values),
    })}</details>`,
  )
}

learnRefusals(outside.refusals)
learnRefusals(words.refusals)
askBy({ sessions: (api) => items(api.login.listSessions({})) })
offerInside({ '/settings': settings })
