import { editable } from '../amounts.ts'
import { icon } from '../components/icon.ts'
import { html } from '../html.ts'
import * as words from '../messages/en-say.ts'
import { t } from '../messages/t.ts'

/** The amount first, with a thumb: figures large, and the letters one press away. */
export function keypad(text: string, write: (text: string) => void, letters: () => void) {
  const key = (sign: string, name?: string) =>
    html`<button type="button" aria-label=${name} onClick=${() => write(text + sign)}>${sign}</button>`
  return html`<div class="pad" role="group" aria-label=${t(words.keypad)} onPointerDown=${stay}>
    ${[...'789'].map((one) => key(one))}
    <button type="button" aria-label=${t(words.rubout)} onClick=${() => write([...text].slice(0, -1).join(''))}>${icon('rubout')}</button>
    ${[...'456'].map((one) => key(one))}${key('+', t(words.plus))}
    ${[...'123'].map((one) => key(one))}${key('−', t(words.minus))}
    ${key(editable('.'), t(words.point))}${['0', '00'].map((one) => key(one))}
    <button type="button" aria-label=${t(words.letters)} onClick=${letters}><span class="s">${t(words.abc)}</span></button>
  </div>`
}

/** The focus and its caret stay in the line. */
function stay(event: PointerEvent): void {
  event.preventDefault()
}
