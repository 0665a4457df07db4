import { html } from '../html.ts'

const disc = 'M12 3a9 9 0 1 0 .1 0'
const paths = {
  plus: 'M12 5v14M5 12h14',
  overview: 'M4 19V9m6 10V5m6 14v-8M3 19h18',
  list: 'M4 6h16M4 12h16M4 18h10',
  ruler: 'M3 8h18v8H3zm4 0v3m4-3v4m4-4v3m4-3v4',
  gear: 'M4 7h9m4 0h3M4 17h3m4 0h9M13 7a2 2 0 1 0 4 0 2 2 0 1 0-4 0M7 17a2 2 0 1 0 4 0 2 2 0 1 0-4 0',
  theme: `${disc}v18`,
  cal: 'M4 6h16v14H4zm0 4h16M8 3v4m8-4v4',
  report: 'M6 3h9l4 4v14H6zm9 0v4h4M9 12h7m-7 4h7',
  wallet: 'M4 7h15v12H4zm0 0 11-3v3m0 5h4v3h-4z',
  tag: 'M4 4h7l9 9-7 7-9-9zm4 4v.1',
  people: 'M5 9a4 4 0 1 0 8 0 4 4 0 1 0-8 0M2 20c0-4 3-6 7-6s7 2 7 6m0-14a3 3 0 0 1 0 6m2 2c3 1 4 3 4 6',
  more: 'M5 12v.1m7-.1v.1m7-.1v.1',
  prev: 'm14 6-6 6 6 6',
  next: 'm10 6 6 6-6 6',
  close: 'm6 6 12 12m0-12L6 18',
  ok: `${disc}M8 12l3 3 5-6`,
  warn: 'M12 4 3 20h18zm0 6v5m0 2.5v.1',
  over: 'M8 3h8l5 5v8l-5 5H8l-5-5V8zm4 5v5m0 3v.1',
  wait: `${disc}M12 7v5l3 2`,
} as const

export type IconName = keyof typeof paths

/** Always beside words, or in something that has a name. */
export function icon(name: IconName, tone = '') {
  return iconOf(paths[name], name === 'prev' || name === 'next' ? `${tone} turns` : tone)
}

/** One that only few pages have: they know its path. */
export function iconOf(path: string, tone = '') {
  return html`<svg class=${`i ${tone}`} viewBox="0 0 24 24" aria-hidden="true"><path d=${path} /></svg>`
}

/** The colour of a category; without one, an empty square. */
export function swatch(colour = 0) {
  return html`<svg class="sw" aria-hidden="true"><rect width="12" height="12" class=${`c${colour}`} /></svg>`
}
