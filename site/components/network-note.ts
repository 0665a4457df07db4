import { html } from '../html.ts'
import * as en from '../messages/en.ts'
import { t } from '../messages/t.ts'
import { to } from '../router.ts'
import type { State } from '../state/state.ts'
import { icon } from './icon.ts'

/** What the network has to do with what is shown: nothing, as a rule. */
export function networkNote({ isOnline, isSample, waiting }: State) {
  const refused = waiting.filter(({ trouble }) => trouble).length
  const going = waiting.length - refused
  if (isSample || (isOnline && waiting.length === 0)) return undefined
  const words =
    refused > 0
      ? t(en.needsYou, { n: refused })
      : isOnline
        ? t(en.onItsWay, { n: going })
        : going > 0
          ? t(en.offlineWaits, { n: going })
          : t(en.offline)
  return html`<div class="note" role="status">${icon(refused > 0 ? 'warn' : 'wait')}<p>${words}</p>
    ${waiting.length > 0 && html`<a class="b t" href=${to('/waiting')}>${t(en.showThem)}</a>`}
  </div>`
}
