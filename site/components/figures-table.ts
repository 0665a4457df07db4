import { html } from '../html.ts'
import * as en from '../messages/en.ts'
import { t } from '../messages/t.ts'

/** The figures behind a picture: names in the first column, amounts in the others. */
export function figuresTable(caption: string, heads: readonly string[], rows: readonly (readonly unknown[])[]) {
  return html`<details>
    <summary>${t(en.figures)}</summary>
    <div class="scroll" tabindex="0" role="region" aria-label=${caption}><table>
      <caption>${caption}</caption>
      <thead><tr>${heads.map((head, n) => html`<th scope="col" class=${n ? 'r' : ''}>${head}</th>`)}</tr></thead>
      <tbody>${rows.map(([name, ...figures]) => html`<tr><th scope="row">${name}</th>${figures.map((one) => html`<td class="r">${one}</td>`)}</tr>`)}</tbody>
    </table></div>
  </details>`
}
