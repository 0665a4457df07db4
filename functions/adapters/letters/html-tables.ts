import { light } from '../../scene/colours.ts'
import { html } from './html.ts'
import { imageOf } from './html-bars.ts'
import { layout } from './html-rows.ts'
import type { Piece, TableRow } from './pieces.ts'
import { breaking, figures, text } from './styles.ts'
import { partTone } from './tones.ts'

/** Signs of a figure up to which the letters stay in full size. */
const large = 15

/** A table of data, with its ring beside it where it has one. */
export function tableOf({ heads, rows, ring }: Extract<Piece, { kind: 'table' }>) {
  const table = dataTable(heads, rows)
  if (!ring) return table
  return html`<table ...${layout} width="100%"><tr>
    <td class="ring" width=${ring.width + 20} valign="top" style="padding-top:10px">${imageOf(ring, `width:${ring.width}px;height:${ring.width}px`)}</td>
    <td valign="top">${table}</td>
  </tr></table>`
}

function dataTable(heads: readonly string[], rows: readonly TableRow[]) {
  const isLong = rows.some(({ cells }) => cells.slice(1).some((cell) => cell.length > large))
  const size = isLong ? ';font-size:11px' : ''
  // of four columns a phone has room for three
  const spare = (place: number) => (heads.length > 3 && place === 1 ? ' spare' : '')
  return html`<table cellpadding="0" cellspacing="0" border="0" width="100%" style="border-collapse:collapse">
    <tr>${heads.map((head, place) => html`<th scope="col" align=${place ? 'right' : 'left'} class=${`soft line${spare(place)}`} style=${`${text.small};padding:0 0 5px ${place ? 10 : 0}px;border-bottom:1px solid ${light.rule}`}>${head}</th>`)}</tr>
    ${rows.map(
      ({ cells, role, isTotal }) =>
        html`<tr>${cells.map((cell, place) => {
          const isSoft = !isTotal && place > 0 && place < cells.length - 1
          const edge = isTotal ? `;border-top:1px solid ${light.ink};border-bottom:3px double ${light.ink}` : ''
          const style = `${isTotal ? text.strong : isSoft ? text.soft : text.cell}${size}${edge};padding:6px 0 6px ${place ? 10 : 0}px`
          const names = `${isSoft ? 'soft' : 'ink'}${isTotal ? ' rule' : ''}${spare(place)}`
          if (place > 0) return html`<td align="right" class=${names} style=${`${style};${figures}`}>${cell}</td>`
          const square = role && html`<span style=${`color:${partTone(role)}`} aria-hidden="true">■\u00a0\u00a0</span>`
          return html`<th scope="row" align="left" class=${names} style=${`${style};${breaking}`}>${square}${cell}</th>`
        })}</tr>`,
    )}
  </table>`
}
