import { html } from '../html.ts'
import * as en from '../messages/en.ts'
import { t } from '../messages/t.ts'
import { takeBack } from '../state/screen.ts'
import type { Desk, State } from '../state/state.ts'

/** What was just done, announced politely. The region is always there: only what changes in it is read out. */
export function saidLine({ said }: State, desk: Desk) {
  return html`<div class="said" role="status">${
    said &&
    html`<p><span>${said.words}</span>
    ${said.undo && html`<button class="b" type="button" onClick=${() => takeBack(desk)}>${t(en.undo)}</button>`}</p>`
  }</div>`
}
