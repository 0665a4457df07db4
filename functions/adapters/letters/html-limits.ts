import { light } from '../../scene/colours.ts'
import type { ShapeRole } from '../../scene/scene.ts'
import { type BarCell, barCells } from './bar-cells.ts'
import { html } from './html.ts'
import { layout } from './html-rows.ts'
import type { LimitLine } from './pieces.ts'
import { breaking, figures, text } from './styles.ts'

const standings = {
  over: ['over', light.over, '\u2b23 '],
  near: ['near', light.warn, '\u25b2 '],
  fine: ['soft', light['ink-2'], ''],
} as const

export function limitOf({ name, state, standing, made, scene }: LimitLine) {
  const [names, colour, sign] = standings[standing]
  return html`<table ...${layout} width="100%" style="margin-bottom:14px">
    <tr><td class="ink" style=${`${text.strong};${breaking}`}>${name}</td>
      <td align="right" valign="bottom" class=${names} style=${`${text.cell};color:${colour};${figures};padding-left:10px`}>${sign && html`<span aria-hidden="true">${sign}</span>`}${state}</td></tr>
    <tr><td colspan="2" style="padding:4px 0"><table ...${layout} width="100%"><tr>${barCells(scene).map(barCell)}</tr></table></td></tr>
    <tr><td colspan="2" class="soft" style=${`${text.label};${figures}`}>${made}</td></tr>
  </table>`
}

const barColours: { readonly [Role in ShapeRole]?: string } = {
  track: light.rule,
  expense: light.expense,
  warn: light.warn,
  over: light.over,
  pace: light.accent,
  zero: light.ink,
}

function barCell({ kind, role, width }: BarCell) {
  const colour = barColours[role] ?? light.rule
  const air = kind === 'mark' ? `;border:solid ${light.sheet};border-width:0 1px` : ''
  const style = `background:${colour};height:10px;line-height:10px;font-size:0${air}`
  return html`<td width=${`${width}%`} class=${`b-${role}${kind === 'mark' ? ' air' : ''}`} bgcolor=${colour} style=${style}>\u00a0</td>`
}
