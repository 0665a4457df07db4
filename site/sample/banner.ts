import { html } from '../html.ts'
import * as outside from '../messages/en-outside.ts'
import * as words from '../messages/en-sample.ts'
import { t } from '../messages/t.ts'
import { to } from '../router.ts'

/** On every page of the sample: what this is, and the two ways out of it. */
export function banner() {
  return html`<aside class="note banner" aria-label=${t(words.sample)}>
    <p><b>${t(words.sample)}</b> ${t(words.sampleMore)}</p>
    <a class="b p" href=${to('/register', { sample: undefined })}>${t(outside.openLedger)}</a>
    <a class="b" href=${to('/', { sample: undefined })}>${t(words.leaveSample)}</a>
  </aside>`
}
