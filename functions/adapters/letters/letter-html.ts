import type { VNode } from 'preact'
import { render } from 'preact-render-to-string'
import { light } from '../../scene/colours.ts'
import type { ShapeRole } from '../../scene/scene.ts'
import { brand } from '../words/catalogue.ts'
import { type BarCell, barCells } from './bar-cells.ts'
import { html } from './html.ts'
import type { Draft, LimitLine, Picture, Piece, TableRow } from './pieces.ts'
import { breaking, figures, sheet, text } from './styles.ts'
import { partTone } from './tones.ts'

const layout = { role: 'presentation', cellpadding: 0, cellspacing: 0, border: 0 }

/** Tables and inline styles: what every mail program shows, the ones that know no style sheet among them. */
export function letterHtml(draft: Draft): string {
  const { tag, subject } = draft
  return `<!doctype html>${render(
    html`<html lang=${tag} xmlns="http://www.w3.org/1999/xhtml">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width,initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="supported-color-schemes" content="light dark" />
      <meta name="format-detection" content="telephone=no,date=no,address=no,email=no" />
      <title>${subject}</title>
      <style dangerouslySetInnerHTML=${{ __html: sheet }} />
    </head>
    <body class="page" style=${`margin:0;padding:0;background:${light.paper}`}>${bodyOf(draft)}</body>
  </html>` as VNode,
  )}`
}

function bodyOf({ preview, about, pieces, why, links, tag }: Draft) {
  return html`
    <div style="display:none;max-height:0;overflow:hidden">${preview}${'\u2007\u034f '.repeat(40)}</div>
    <table ...${layout} lang=${tag} width="100%" class="page" bgcolor=${light.paper} style=${`background:${light.paper}`}><tr><td align="center" style="padding:24px 0">
      <table ...${layout} width="600" class="card" bgcolor=${light.sheet} style=${`width:100%;max-width:600px;background:${light.sheet}`}>
        ${space(26)}
        ${row(html`<table ...${layout} width="100%"><tr>
          <td class="ink" valign="top" style=${text.brand}><span class="rule" style=${`border-bottom:3px double ${light.ink}`}>${brand}</span></td>
          <td align="right" class="soft" style=${`${text.label};${breaking};padding-left:24px`}>${about}</td>
        </tr></table>`)}
        ${space(24)}
        ${pieces.map(pieceOf)}
        ${space(30)}
      </table>
      <table ...${layout} width="600" style="width:100%;max-width:600px"><tr><td class="pad" style="padding:18px 32px">
        <p class="soft" style=${`${text.small};${breaking}`}>${why}${links.map(({ text: words, url }) => html` <a class="link" href=${url} style=${text.link}>${words}</a>.`)}</p>
      </td></tr></table>
    </td></tr></table>`
}

function pieceOf(piece: Piece) {
  switch (piece.kind) {
    case 'title':
      return row(html`<h1 class="ink" style=${`${text.title};${breaking}`}>${piece.text}</h1>`)
    case 'lead':
      return row(html`<p class="ink" style=${`${text.lead};${breaking}`}>${piece.text}</p>`)
    case 'note':
      return [space(10), row(html`<p class="soft" style=${`${text.note};${breaking}`}>${piece.text}</p>`)]
    case 'heading':
      return [
        space(34),
        row(html`<table ...${layout} width="100%"><tr>
          <td class="ink rule" style=${`${ruled};padding-top:10px`}><h2 class="ink" style=${text.heading}>${piece.text}</h2></td>
          <td align="right" valign="bottom" class="soft rule" style=${`${text.small};${ruled};padding-left:12px`}>${piece.note}</td>
        </tr></table>`),
        space(10),
      ]
    case 'figures':
      return [space(24), row(figuresOf(piece.figures))]
    case 'table':
      return row(piece.ring ? beside(piece.ring, tableOf(piece.heads, piece.rows)) : tableOf(piece.heads, piece.rows))
    case 'bars':
      return row(barsOf(piece))
    case 'limits':
      return row(piece.limits.map(limitOf))
    case 'button':
      return [
        space(26),
        row(html`<table ...${layout}><tr><td class="press" bgcolor=${light.accent} style=${`background:${light.accent};border-radius:3px`}>
          <a class="onpress" href=${piece.url} style=${text.button}>${piece.text}</a>
        </td></tr></table>`),
      ]
  }
}

const ruled = `border-top:2px solid ${light.ink}`

function row(inner: unknown) {
  return html`<tr><td class="pad" style="padding:0 32px">${inner}</td></tr>`
}

function space(height: number) {
  return html`<tr><td height=${height} style=${`height:${height}px;line-height:${height}px;font-size:0`}>\u00a0</td></tr>`
}

/** Signs of a figure that have room beside another one on a phone, and beside another one or in full size anywhere. */
const roomy = 10
const large = 15

/** Two beside each other, unless there is a long one; the first is what the letter is about, and has the double rule. */
function figuresOf(all: Extract<Piece, { kind: 'figures' }>['figures']) {
  const longest = Math.max(...all.map(({ value }) => value.length))
  const beside = longest > large ? 1 : 2
  const lines = all.flatMap((_, place) => (place % beside ? [] : [all.slice(place, place + beside)]))
  return html`<table ...${layout} width="100%">${lines.map(
    (some, line) =>
      html`<tr>${some.map(({ label, value, note }, place) => {
        const isFirst = line + place === 0
        const size = value.length > large ? text.long : isFirst ? text.first : text.figure
        const double = isFirst ? `;border-bottom:3px double ${light.accent}` : ''
        return html`<td class=${longest > roomy ? 'stack' : ''} width=${`${100 / beside}%`} valign="bottom" style=${`padding:${line ? 18 : 0}px 12px 0 0`}>
      <div class="soft" style=${text.label}>${label}</div>
      <div><span class=${isFirst ? 'ink first' : 'ink'} style=${`${size};${figures}${double}`}>${value}</span></div>
      <div class="soft" style=${`${text.label};padding-top:3px`}>${unbroken(note)}</div>
    </td>`
      })}</tr>`,
  )}</table>`
}

/** No line ends after a minus. */
const unbroken = (words: string) => words.replaceAll('−', '−\u2060') || '\u00a0'

function tableOf(heads: readonly string[], rows: readonly TableRow[]) {
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

function imageOf({ name, scene, width, scale, alt }: Picture, style: string) {
  const height = Math.round(scene.height * scale)
  return html`<img src=${`cid:${name}`} width=${width} height=${height} alt=${alt} class="soft" style=${`display:block;border:0;${style};${text.label}`} />`
}

function beside(ring: Picture, table: unknown) {
  return html`<table ...${layout} width="100%"><tr>
    <td class="ring" width=${ring.width + 20} valign="top" style="padding-top:10px">${imageOf(ring, `width:${ring.width}px;height:${ring.width}px`)}</td>
    <td valign="top">${table}</td>
  </tr></table>`
}

/** The words stand below as text, so that they follow the reader's size and colours. */
function barsOf({ picture, labels, isAboutLast, caption }: Extract<Piece, { kind: 'bars' }>) {
  const last = labels.length - 1
  const isPair = labels.length === 2
  const align = (place: number) => (isPair ? (place ? 'right' : 'left') : 'center')
  return html`<table ...${layout} width="100%" style="table-layout:fixed">
    <tr><td colspan=${labels.length}>${imageOf(picture, 'width:100%;height:auto')}</td></tr>
    <tr>${labels.map((label, place) => html`<td align=${align(place)} class=${`tiny ${isAboutLast && place === last ? 'ink' : 'soft'}`} style=${`${text.small};padding-top:5px;${isAboutLast && place === last ? `font-weight:600;color:${light.ink}` : ''}`}>${label}</td>`)}</tr>
    ${caption && html`<tr><td colspan=${labels.length} class="soft" style=${`${text.small};padding-top:6px`}>${caption}</td></tr>`}
  </table>`
}

const standings = {
  over: ['over', light.over, '\u2b23 '],
  near: ['near', light.warn, '\u25b2 '],
  fine: ['soft', light['ink-2'], ''],
} as const

function limitOf({ name, state, standing, made, scene }: LimitLine) {
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
