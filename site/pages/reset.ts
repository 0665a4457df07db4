import { note } from '../components/note.ts'
import { emailLook, field, passwordLook } from '../forms/field.ts'
import { type At, form, formOf } from '../forms/form.ts'
import { html } from '../html.ts'
import * as en from '../messages/en.ts'
import * as outside from '../messages/en-outside.ts'
import * as words from '../messages/en-reset.ts'
import { t } from '../messages/t.ts'
import { learnRefusals } from '../refusals.ts'
import { to } from '../router.ts'
import { askAnew, askReset, setPassword } from '../state/reset.ts'
import type { Desk } from '../state/state.ts'
import { isSpent, linkPage, outcome, toOutlay } from './link-page.ts'

/** Where a forgotten password is set anew: at first it sends a mail, and is what the link of that mail leads to. */
export function reset(at: At) {
  const { link, secret, session } = at.state
  if (link.kind === 'sent') return sent(at, link.email)
  if (!secret) return ask(at)
  if (link.kind === 'done') {
    // somebody else may be logged in here, and stays so
    const next = session.kind === 'in' ? toOutlay() : html`<a class="b p" href=${to('/login')}>${t(en.logIn)}</a>`
    return linkPage(t(words.doneTitle), outcome(words.done, next))
  }
  return isSpent(at.state) ? spent(at) : choose(at)
}

function ask(at: At) {
  const of = formOf(at.state, 'reset')
  return linkPage(
    t(outside.forgot),
    html`<p class="q">${t(words.askLead)}</p>${form(at, {
      name: of.name,
      words: t(words.sendLink),
      fields: field(of, 'email', {
        label: t(outside.email),
        // as it was typed before, or where one could not log in
        value: of.values?.email ?? formOf(at.state, 'login').values?.email,
        ...emailLook,
      }),
      beside: html`<a class="b t" href=${to('/login')}>${t(en.logIn)}</a>`,
      send: (values) => askReset(at.desk, values),
    })}`,
  )
}

function sent({ desk }: At, email: string) {
  return linkPage(
    t(words.sentTitle),
    html`${note({ icon: 'ok', words: t(words.sent, { email }) })}
      <p class="q">${t(words.sentMore)}</p><p class="more">${anew(desk, 'b', words.askAgain)}</p>`,
  )
}

function choose(at: At) {
  const of = formOf(at.state, 'new-password')
  return linkPage(
    t(words.newTitle),
    html`<p class="q">${t(words.newLead)}</p>${form(at, {
      name: of.name,
      words: t(words.setNew),
      fields: field(of, 'password', {
        label: t(words.newPassword),
        hint: t(outside.passwordHint),
        ...passwordLook('new-password'),
      }),
      send: (values) => setPassword(at.desk, values),
    })}`,
  )
}

function spent({ desk }: At) {
  return linkPage(
    t(words.newTitle),
    html`${note({ icon: 'over', urgent: true, words: t(words.spent) })}<p class="more">${anew(desk, 'b p', words.askAnew)}</p>`,
  )
}

function anew(desk: Desk, look: string, message: string) {
  return html`<button class=${look} type="button" onClick=${() => askAnew(desk)}>${t(message)}</button>`
}

learnRefusals(outside.refusals)
