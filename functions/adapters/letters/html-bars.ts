import { light } from '../../scene/colours.ts'
import { html } from './html.ts'
import { layout } from './html-rows.ts'
import type { Picture, Piece } from './pieces.ts'
import { text } from './styles.ts'

/** The words stand below as text, so that they follow the reader's size and colours. */
export function barsOf({ picture, labels, isAboutLast, caption }: Extract<Piece, { kind: 'bars' }>) {
  const last = labels.length - 1
  const isPair = labels.length === 2
  const align = (place: number) => (isPair ? (place ? 'right' : 'left') : 'center')
  return html`<table ...${layout} width="100%" style="table-layout:fixed">
    <tr><td colspan=${labels.length}>${imageOf(picture, 'width:100%;height:auto')}</td></tr>
    <tr>${labels.map((label, place) => html`<td align=${align(place)} class=${`tiny ${isAboutLast && place === last ? 'ink' : 'soft'}`} style=${`${text.small};padding-top:5px;${isAboutLast && place === last ? `font-weight:600;color:${light.ink}` : ''}`}>${label}</td>`)}</tr>
    ${caption && html`<tr><td colspan=${labels.length} class="soft" style=${`${text.small};padding-top:6px`}>${caption}</td></tr>`}
  </table>`
}

export function imageOf({ name, scene, width, scale, alt }: Picture, style: string) {
  const height = Math.round(scene.height * scale)
  return html`<img src=${`cid:${name}`} width=${width} height=${height} alt=${alt} class="soft" style=${`display:block;border:0;${style};${text.label}`} />`
}
