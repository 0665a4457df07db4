import { html } from '../html.ts'

/** Stands where a part of a page will be. The style sheet holds it back for 200 ms: who waits no longer sees nothing. */
export function shape() {
  return html`<div class="sk" aria-hidden="true"><i class="tall"></i></div>`
}
