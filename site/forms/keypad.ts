import { editable } from '../amounts.ts'
import { iconOf } from '../components/icon.ts'
import { html } from '../html.ts'
import { offerInside } from '../inside.ts'
import * as words from '../messages/en-keypad.ts'
import { t } from '../messages/t.ts'
import type { Desk } from '../state/state.ts'
import { type At, formOf } from './form.ts'
import { sayForm, setLine, writeLine } from './said-line.ts'

const rubout = 'M9 6h12v12H9l-6-6zm3 3 6 6m0-6-6 6'

/** The amount first, with a thumb: figures large, and the letters one press away. */
function keypad({ state, desk }: At) {
  const text = formOf(state, sayForm).values?.text ?? ''
  const write = (text: string) => writeLine(desk, text)
  const key = (sign: string, name?: string) =>
    html`<button type="button" aria-label=${name} onClick=${() => write(text + sign)}>${sign}</button>`
  return html`<div class="pad" role="group" aria-label=${t(words.keypad)} onPointerDown=${stay}>
    ${[...'789'].map((one) => key(one))}
    <button type="button" aria-label=${t(words.rubout)} onClick=${() => write([...text].slice(0, -1).join(''))}>${iconOf(rubout)}</button>
    ${[...'456'].map((one) => key(one))}${key('+', t(words.plus))}
    ${[...'123'].map((one) => key(one))}${key('−', t(words.minus))}
    ${key(editable('.'), t(words.point))}${['0', '00'].map((one) => key(one))}
    <button type="button" aria-label=${t(words.letters)} onClick=${() => letters(desk)}><span class="s">${t(words.abc)}</span></button>
  </div>`
}

function letters(desk: Desk): void {
  const { values } = formOf(desk.state.get(), sayForm)
  setLine(desk, { values: { ...values, letters: '1' } })
  focusEnd('say')
}

/** The focus and its caret stay in the line. */
function stay(event: PointerEvent): void {
  event.preventDefault()
}

/** In a field, behind what is in it. */
function focusEnd(id: string): void {
  const field = document.getElementById(id)
  if (!(field instanceof HTMLInputElement)) return
  field.focus()
  field.setSelectionRange(field.value.length, field.value.length)
}

offerInside({ 'say/keypad': keypad })
