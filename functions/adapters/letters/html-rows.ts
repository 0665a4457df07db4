import { html } from './html.ts'

/** A table that only places things: whoever listens does not hear of it. */
export const layout = { role: 'presentation', cellpadding: 0, cellspacing: 0, border: 0 }

export function row(inner: unknown) {
  return html`<tr><td class="pad" style="padding:0 32px">${inner}</td></tr>`
}

export function space(height: number) {
  return html`<tr><td height=${height} style=${`height:${height}px;line-height:${height}px;font-size:0`}>\u00a0</td></tr>`
}
