import { html } from '../html.ts'
import * as words from '../messages/en-book.ts'
import { t } from '../messages/t.ts'
import { iconOf } from './icon.ts'

const pen = 'm4 20 1-5L16 4l4 4L9 19zM14 6l4 4'

/** Opens the form of something that has a name. */
export function editButton(name: string, open: () => void) {
  return html`<button class="b o" type="button" aria-label=${t(words.change, { name })} onClick=${open}>${iconOf(pen)}</button>`
}
