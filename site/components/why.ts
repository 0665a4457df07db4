import type { At } from '../forms/form.ts'
import { html } from '../html.ts'
import { open } from '../state/screen.ts'
import type { Why } from '../state/why.ts'

/** A figure that can be asked why: pressed, it shows the entries behind it. */
export function askable({ desk }: Pick<At, 'desk'>, why: Omit<Why, 'kind'>, shown: unknown, look = '') {
  return html`<button type="button" class=${`why ${look}`} onClick=${() => open(desk, { kind: 'why', ...why })}>${shown}</button>`
}
