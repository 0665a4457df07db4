import { note } from '../components/note.ts'
import { currencyOptions } from '../forms/currencies.ts'
import { emailLook, field, option, passwordLook } from '../forms/field.ts'
import { type At, form, formOf } from '../forms/form.ts'
import { likelyCurrency } from '../forms/likely-currency.ts'
import { html } from '../html.ts'
import * as en from '../messages/en.ts'
import * as words from '../messages/en-outside.ts'
import { t } from '../messages/t.ts'
import { offer } from '../parts.ts'
import { learnRefusals } from '../refusals.ts'
import { to } from '../router.ts'
import { logIn, register } from '../state/outside.ts'

/** Who asks for a page of the inside finds it there after logging in. */
export function door(at: At) {
  const { place, session } = at.state
  return place.path === '/register' ? registerPage(at) : loginPage(at, session.kind === 'out' && session.ended)
}

function loginPage(at: At, ended: boolean) {
  const of = formOf(at.state, 'login')
  return html`<div class="narrow">
    <h1 tabindex="-1">${t(en.logIn)}</h1>
    ${ended && note({ icon: 'wait', words: t(en.signedOut) })}
    ${form(at, {
      name: 'login',
      words: t(en.logIn),
      fields: [
        field(of, 'email', { label: t(words.email), ...emailLook }),
        field(of, 'password', { label: t(words.password), ...passwordLook('current-password') }),
        html`<p class="s"><a href=${to('/reset')}>${t(words.forgot)}</a></p>`,
      ],
      beside: html`<a class="b t" href=${to('/register')}>${t(words.openLedger)}</a>`,
      send: (values) => logIn(at.desk, values),
    })}
  </div>`
}

/** Asks only for what cannot be known: zone and locale are the browser's, and the country's currency is chosen already. */
function registerPage(at: At) {
  const of = formOf(at.state, 'register')
  return html`<div class="narrow">
    <h1 tabindex="-1">${t(words.openLedger)}</h1>
    <p class="q">${t(words.openLead)}</p>
    ${form(at, {
      name: 'register',
      words: t(words.openLedger),
      fields: [
        field(of, 'name', { label: t(words.yourName), autocomplete: 'name', maxlength: '120' }),
        field(of, 'email', { label: t(words.email), ...emailLook }),
        field(of, 'password', {
          label: t(words.password),
          hint: t(words.passwordHint),
          ...passwordLook('new-password'),
        }),
        field(of, 'currency', {
          label: t(en.currency),
          hint: t(words.currencyHint),
          options: [option('', t(words.choose)), ...currencyOptions(likelyCurrency(at.desk.locale))],
        }),
        at.state.carried &&
          html`<label class="check"><input type="checkbox" name="carry" value="yes" defaultChecked />${t(words.takeAlong)}</label>`,
      ],
      beside: html`<a class="b t" href=${to('/login')}>${t(en.logIn)}</a>`,
      send: (values) => register(at.desk, values),
    })}
  </div>`
}

learnRefusals(words.refusals)
offer({ door })
