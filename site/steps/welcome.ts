import { icon } from '../components/icon.ts'
import { section } from '../components/section.ts'
import type { At } from '../forms/form.ts'
import { html } from '../html.ts'
import { offerInside } from '../inside.ts'
import * as en from '../messages/en.ts'
import * as steps from '../messages/en-steps.ts'
import { t } from '../messages/t.ts'
import { part } from '../parts.ts'
import { askBy } from '../state/load.ts'
import { mailAsks } from '../state/mail.ts'
import { addEntry } from '../state/screen.ts'
import { shelfAsk } from '../state/shelf.ts'
import { cards } from './cards.ts'

/** Before the first entry: what helps, and a ghost of what will be here. */
function welcome(at: At) {
  const { session } = at.state
  const name = session.kind === 'in' ? session.user.name : ''
  return html`<div class="head"><div><h1 tabindex="-1">${t(steps.welcome, { name })}</h1><p class="q s">${t(steps.lead)}</p></div></div>
    ${cards(at)}
    ${section(
      t(en.overview),
      t(steps.nothingYet),
      html`<div class="rel">${part('pictures/ghost', at)}
        <div class="sheet"><p class="serif lead">${t(steps.firstBar)}</p><p class="s q">${t(steps.typeIt)}</p>
          <button class="b p more" type="button" onClick=${() => addEntry(at.desk)}>${icon('plus')}${t(en.addFirst)}</button></div></div>`,
    )}`
}

askBy({ ...mailAsks, ...shelfAsk })
offerInside({ 'steps/first': welcome, steps: cards })
