import { dialog } from '../components/dialog.ts'
import { html } from '../html.ts'
import { places } from '../keys.ts'
import { areKeysOn, setKeys } from '../keys-on.ts'
import * as words from '../messages/en-keys.ts'
import { t } from '../messages/t.ts'
import type { At } from './form.ts'

/** Every key there is. The names of keys are what stands on them. */
export function keysDialog({ desk }: At) {
  const isOn = areKeysOn(desk)
  return dialog(
    desk,
    t(words.title),
    html`
    <h3 class="s">${t(words.everywhere)}</h3>
    <dl class="keys">
      ${line(['n'], words.add)}${line(['/'], words.search)}${line(['?'], words.help)}
      ${places.map(([letter, , name]) => html`<div><dt><kbd>${'g'}</kbd> ${t(words.thenKey)} <kbd>${letter}</kbd></dt><dd>${t(words.goTo, { place: t(name) })}</dd></div>`)}
    </dl>
    <h3 class="s">${t(words.inList)}</h3>
    <dl class="keys">
      ${line(['↑', '↓'], words.moveLine)}${line(['x'], words.choose)}${line(['⏎'], words.openLine)}${line(['e'], words.editLine)}
      ${line(['c'], words.refile)}${line(['t'], words.tag)}${line(['d'], words.copy)}${line(['⌫'], words.remove)}
      ${line(['Ctrl', 'A'], words.all)}${line(['Esc'], words.none)}
    </dl>
    <label class="row more"><input type="checkbox" checked=${isOn} onChange=${() => setKeys(desk, !isOn)} /><span>${t(words.areOn)}<br /><span class="s q">${t(words.areOnHint)}</span></span></label>`,
  )
}

function line(keys: readonly string[], text: string) {
  return html`<div><dt>${keys.map((key) => html`<kbd>${key}</kbd> `)}</dt><dd>${t(text)}</dd></div>`
}
