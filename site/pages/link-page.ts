import { icon } from '../components/icon.ts'
import { html } from '../html.ts'
import * as words from '../messages/en-links.ts'
import { t } from '../messages/t.ts'
import { to } from '../router.ts'
import type { State } from '../state/state.ts'

export function linkPage(title: string, content: unknown) {
  return html`<div class="narrow"><h1 tabindex="-1">${title}</h1><div class="more">${content}</div></div>`
}

/** Said to those who listen, when it comes. */
export function outcome(message: string, next: unknown) {
  return html`<div class="note" role="status">${icon('ok')}<p>${t(message)}</p></div><p class="more">${next}</p>`
}

export const toOutlay = () => html`<a class="b p" href=${to('/')}>${t(words.toOutlay)}</a>`

export const isSpent = ({ link }: State) =>
  link.kind === 'failed' && link.problem.kind === 'refused' && link.problem.code === 'token-spent'
