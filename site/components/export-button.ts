import { html } from '../html.ts'
import * as lists from '../messages/en-lists.ts'
import { t } from '../messages/t.ts'
import { problemText } from '../problems.ts'
import type { Filter } from '../state/filter.ts'
import { say } from '../state/screen.ts'
import type { Desk } from '../state/state.ts'

/** What a filter lets through, as a file. Pressed seldom, so what it needs comes when it is. */
export function exportButton(desk: Desk, filter: Filter) {
  async function press(): Promise<void> {
    const part = await import('../state/export.ts').catch(() => undefined)
    if (!part) return say(desk, problemText({ kind: 'offline' }))
    await part.exportCsv(desk, filter)
  }
  return html`<button class="b" type="button" onClick=${press}>${t(lists.exportCsv)}</button>`
}
