import type { ComponentChildren } from 'preact'
import { html } from '../html.ts'
import * as en from '../messages/en.ts'
import { t } from '../messages/t.ts'
import { close } from '../state/screen.ts'
import type { Desk } from '../state/state.ts'
import { icon } from './icon.ts'

/** Over the page while it is there: the browser keeps the focus inside; Escape closes. */
export function dialog(desk: Desk, title: string, content: ComponentChildren) {
  const away = () => close(desk)
  return html`<dialog aria-label=${title} onClose=${away}>
    <div class="row sb"><h2>${title}</h2><button class="b o" type="button" aria-label=${t(en.close)} onClick=${away}>${icon('close')}</button></div>
    ${content}
  </dialog>`
}
