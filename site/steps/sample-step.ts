import { icon } from '../components/icon.ts'
import { html } from '../html.ts'
import * as words from '../messages/en-steps.ts'
import { t } from '../messages/t.ts'
import { problemText } from '../problems.ts'
import { whatIs } from '../state/loaded.ts'
import { say } from '../state/screen.ts'
import type { Desk } from '../state/state.ts'
import { isBeginning } from './beginning.ts'
import type { Step } from './steps.ts'

/** A report of what is there by now: it is made and mailed while one looks. */
export const sampleStep: Step = {
  name: 'sample',
  title: words.sampleTitle,
  text: words.sampleText,
  isDone: (state) => !isBeginning(state) || whatIs(state.shelf)?.years.length !== 0,
  draw: ({ desk }) =>
    html`<p class="more"><button class="b" type="button" onClick=${() => send(desk)}>${icon('report')}${t(words.sampleSend)}</button></p>`,
}

/** What makes reports comes when the first one is wanted. */
async function send(desk: Desk): Promise<void> {
  const part = await import('../reports/first-report.ts').catch(() => undefined)
  if (part) await part.firstReport(desk)
  else say(desk, problemText({ kind: 'offline' }))
}
