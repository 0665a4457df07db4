import { html } from '../html.ts'
import * as words from '../messages/en-steps.ts'
import { t } from '../messages/t.ts'
import { to } from '../router.ts'
import { whatIs } from '../state/loaded.ts'
import type { Step } from './steps.ts'

/** What somebody has elsewhere: for a ledger that is empty, the settings know the way later. */
export const bringStep: Step = {
  name: 'bring',
  title: words.bringTitle,
  text: words.bringText,
  isDone: ({ latest }) => (whatIs(latest)?.items ?? []).length > 0,
  draw: () => html`<p class="more"><a class="b" href=${to('/import')}>${t(words.bringDo)}</a></p>`,
}
