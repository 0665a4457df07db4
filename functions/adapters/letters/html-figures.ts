import { light } from '../../scene/colours.ts'
import { html } from './html.ts'
import { layout } from './html-rows.ts'
import type { Piece } from './pieces.ts'
import { figures, text } from './styles.ts'

/** Signs of a figure that have room beside another one on a phone, and beside another one or in full size anywhere. */
const roomy = 10
const large = 15

/** Two beside each other, unless there is a long one; the first is what the letter is about, and has the double rule. */
export function figuresOf(all: Extract<Piece, { kind: 'figures' }>['figures']) {
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
