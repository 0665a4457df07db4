import { isThere } from '../app.ts'
import { html } from '../html.ts'
import * as words from '../messages/en-steps.ts'
import { t } from '../messages/t.ts'
import { to } from '../router.ts'
import { isBeginning } from './beginning.ts'
import type { Step } from './steps.ts'

const page = '/import'

/** What somebody has written down elsewhere; offered where there is a page that takes it. */
export const bringStep: Step = {
  name: 'bring',
  title: words.bringTitle,
  text: words.bringText,
  isDone: (state) => !isThere(page) || !isBeginning(state),
  draw: () => html`<p class="more"><a class="b" href=${to(page)}>${t(words.bringOpen)}</a></p>`,
}
