import { icon } from '../components/icon.ts'
import type { At } from '../forms/form.ts'
import { html } from '../html.ts'
import * as mail from '../messages/en-mail.ts'
import * as words from '../messages/en-steps.ts'
import { t } from '../messages/t.ts'
import { askLink, isVerified, want } from '../state/mail.ts'
import { skip, skipped } from './skipped.ts'

const name = 'address'

/** Reminds on the overview of the link that registering has sent; left aside like a step. */
export function unverified({ state, desk }: At) {
  const { session, place } = state
  if (place.path !== '/' || session.kind !== 'in' || session.user.emailVerified) return undefined
  if (skipped(desk).includes(name)) return undefined
  // it may have been confirmed in another tab by now
  want(desk, 'mail')
  if (isVerified(state)) return undefined
  const { email } = session.user
  return html`<div class="note">${icon('wait')}<p>${t(words.unverified, { address: email })}</p>
    <span class="row w"><button class="b t" type="button" onClick=${() => askLink(desk)}>${t(mail.sendAgain)}</button>
    <button class="b t" type="button" onClick=${() => skip(desk, name)}>${t(words.notNow)}</button></span></div>`
}
