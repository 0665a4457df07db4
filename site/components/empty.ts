import type { ComponentChildren } from 'preact'
import { html } from '../html.ts'

/** What is not there yet, with its ghost, and the one thing to do about it. */
export function empty(words: string, more: string | undefined, action: ComponentChildren, ghost?: keyof typeof ghosts) {
  return html`<div class="empty">${ghost && ghosts[ghost]()}<div class="sheet"><p class="serif lead">${words}</p>${more && html`<p class="q s">${more}</p>`}<p class="more">${action}</p></div></div>`
}

/** Shapes of what will be here, dotted: nobody takes them for figures. */
const ghosts = {
  list: () =>
    html`<svg class="ch ghosts" height="200" aria-hidden="true">${[0, 1, 2, 3].map(
      (n) =>
        html`<rect x="0" y=${n * 50 + 12} width=${`${34 - n * 5}%`} height="12" /><rect x="88%" y=${n * 50 + 12} width="12%" height="12" /><line x2="100%" y1=${n * 50 + 42} y2=${n * 50 + 42} />`,
    )}</svg>`,
  bars: () =>
    html`<svg class="ch ghosts" height="200" aria-hidden="true">${[82, 56, 38, 64].map(
      (width, n) =>
        html`<rect x="0" y=${n * 50 + 12} width="100%" height="16" /><rect x="0" y=${n * 50 + 12} width=${`${width}%`} height="16" />`,
    )}</svg>`,
  sheets: () =>
    html`<svg class="ch ghosts" height="200" aria-hidden="true">${[0, 1, 2, 3].map(
      (n) =>
        html`<rect x=${`${n * 26}%`} width="22%" height="200" /><rect x=${`${n * 26 + 2}%`} y="48" width=${`${18 - n * 3}%`} height="10" /><rect x=${`${n * 26 + 2}%`} y="66" width=${`${11 + n}%`} height="10" />`,
    )}</svg>`,
}
