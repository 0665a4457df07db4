import { icon } from '../components/icon.ts'
import { offlineNote } from '../components/offline-note.ts'
import type { At } from '../forms/form.ts'
import { html } from '../html.ts'
import * as words from '../messages/en-network.ts'
import { t } from '../messages/t.ts'
import { to } from '../router.ts'

/** What the network has to do with what is shown: nothing, as a rule. */
export function networkNote(at: At) {
  const { isOnline, isSample, waiting } = at.state
  if (waiting.length === 0 || isSample) return offlineNote(at)
  const refused = waiting.filter(({ trouble }) => trouble).length
  const going = waiting.length - refused
  const said = refused > 0 ? words.needsYou : isOnline ? words.onItsWay : words.offlineWaits
  return html`<div class="note" role="status">
    ${icon(refused > 0 ? 'warn' : 'wait')}<p>${t(said, { n: refused || going })}</p>
    <a class="b t" href=${to('/waiting')}>${t(words.showThem)}</a>
  </div>`
}
