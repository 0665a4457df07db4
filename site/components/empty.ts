import type { ComponentChildren } from 'preact'
import { html } from '../html.ts'

/** What is not there yet, and the one thing to do about it. */
export function empty(words: string, more: string | undefined, action: ComponentChildren) {
  return html`<div class="empty"><p class="serif lead">${words}</p>${more && html`<p class="q">${more}</p>`}<p class="more">${action}</p></div>`
}
