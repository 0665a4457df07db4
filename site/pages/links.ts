import { note } from '../components/note.ts'
import type { At } from '../forms/form.ts'
import { html } from '../html.ts'
import * as en from '../messages/en.ts'
import * as words from '../messages/en-links.ts'
import { t } from '../messages/t.ts'
import { offer } from '../parts.ts'
import { problemText } from '../problems.ts'
import { to } from '../router.ts'
import { confirmAddress, switchOff } from '../state/links.ts'
import type { State } from '../state/state.ts'
import { isSpent, linkPage, outcome, toOutlay } from './link-page.ts'
import { reset } from './reset.ts'

/** Where the link of the mail leads by which an address is confirmed: it does so by itself. */
export function verify(at: At) {
  const { state, desk } = at
  const { link, secret } = state
  if (secret && link.kind === 'held') queueMicrotask(() => confirmAddress(desk))
  return linkPage(t(words.verifyTitle), verifyOutcome(at))
}

function verifyOutcome({ state, desk }: At) {
  const { link, secret, session } = state
  if (link.kind === 'done') return outcome(words.confirmed, toOutlay())
  if (session.kind === 'in' && session.user.emailVerified) return outcome(words.isVerifiedAlready, toOutlay())
  if (!secret) return note({ icon: 'warn', words: t(words.noSecret) })
  if (link.kind !== 'failed') return html`<p class="q" role="status">${t(words.asking)}</p>`
  return isSpent(state) ? ended(words.spent, words.spentMore) : failure(state, () => confirmAddress(desk))
}

/** Where the link of any other mail leads that can be switched off: by one press, for programs look at links, too. */
export function unsubscribe({ state, desk }: At) {
  const { link, secret } = state
  if (link.kind === 'done') return linkPage(t(words.isOff), outcome(words.onAgain, settings('b')))
  if (!secret) return linkPage(t(words.offTitle), note({ icon: 'warn', words: t(words.noSecret) }))
  if (isSpent(state)) return linkPage(t(words.offTitle), ended(words.offSpent))
  const press = () => switchOff(desk)
  const isBusy = link.kind === 'asking'
  return linkPage(
    t(words.offTitle),
    html`<p>${t(words.off)}</p>${failure(state, press)}
      <p class="more"><button class="b p" type="button" aria-busy=${isBusy ? 'true' : undefined} onClick=${press}>${t(words.switchOff)}</button></p>`,
  )
}

/** A link that opens nothing any more, and where what it was for is found. */
function ended(message: string, more?: string) {
  return html`${note({ icon: 'over', urgent: true, words: t(message) })}${more && html`<p>${t(more)}</p>`}<p class="more">${settings('b p')}</p>`
}

const settings = (look: string) => html`<a class=${look} href=${to('/settings')}>${t(en.settings)}</a>`

function failure({ link }: State, again: () => unknown) {
  return (
    link.kind === 'failed' &&
    note({ icon: 'over', urgent: true, words: problemText(link.problem), action: [t(en.again), again] })
  )
}

offer({ '/verify': verify, '/unsubscribe': unsubscribe, '/reset': reset })
