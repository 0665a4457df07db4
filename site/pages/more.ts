import { bin } from '../components/bin.ts'
import { icon, iconOf } from '../components/icon.ts'
import { places } from '../components/places.ts'
import type { At } from '../forms/form.ts'
import { keysDialog } from '../forms/keys-dialog.ts'
import { html } from '../html.ts'
import { offerInside } from '../inside.ts'
import * as en from '../messages/en.ts'
import * as lists from '../messages/en-lists.ts'
import * as words from '../messages/en-settings.ts'
import { t } from '../messages/t.ts'
import { to } from '../router.ts'
import { askBy } from '../state/load.ts'
import { logOut } from '../state/log-out.ts'
import { readTrash } from '../state/trash.ts'
import { trash } from './trash.ts'

const out = 'M10 4H5v16h5m4-12 4 4-4 4m4-4H9'

/** Where there is no room for a rail: all places, and the way out. */
export function more({ desk }: At) {
  return html`<div class="head"><h1 tabindex="-1">${t(en.more)}</h1></div>
    <ul class="menu">${places
      .slice(3)
      .map(
        ([place, picture, name]) => html`<li key=${place}><a href=${to(place)}>${icon(picture)}${t(name)}</a></li>`,
      )}<li><a href=${to('/trash')}>${bin()}${t(lists.trash)}</a></li>
    <li><button type="button" onClick=${() => logOut(desk)}>${iconOf(out)}${t(words.logOut)}</button></li></ul>`
}

askBy({ trash: readTrash })
offerInside({ '/more': more, '/trash': trash, '#keys': (at) => at.state.dialog?.kind === 'keys' && keysDialog(at) })
