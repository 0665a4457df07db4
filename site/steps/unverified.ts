import { icon } from '../components/icon.ts'
import type { At } from '../forms/form.ts'
import { html } from '../html.ts'
import * as words from '../messages/en-address.ts'
import { t } from '../messages/t.ts'
import { problemText } from '../problems.ts'
import { want } from '../state/load.ts'
import { whatIs } from '../state/loaded.ts'
import { say } from '../state/screen.ts'
import type { Desk, State } from '../state/state.ts'
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
    <span class="row w"><button class="b t" type="button" onClick=${() => again(desk)}>${t(words.sendItAgain)}</button>
    <button class="b t" type="button" onClick=${() => skip(desk, name)}>${t(words.notNow)}</button></span></div>`
}

/** What is known by now: the mail settings are newer than the log-in. */
function isVerified({ mail, session }: Pick<State, 'mail' | 'session'>): boolean {
  return whatIs(mail)?.verified ?? (session.kind === 'in' && session.user.emailVerified)
}

/** Pressed seldom, so what it needs comes when it is. */
async function again(desk: Desk): Promise<void> {
  const part = await import('../state/mail.ts').catch(() => undefined)
  if (!part) return say(desk, problemText({ kind: 'offline' }))
  await part.askLink(desk)
}
