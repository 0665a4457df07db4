import { type Colour, dark, light } from '../../scene/colours.ts'

const sans = `-apple-system,'Segoe UI',Roboto,'Noto Sans',Helvetica,Arial,sans-serif`
const serif = `Charter,'Sitka Text',Cambria,Georgia,'Noto Serif',serif`

/** Inline, for programs that throw the style sheet away: a colour is also a class, by which it has its dark value. */
export const text = {
  title: `margin:0;font:400 28px/34px ${serif};color:${light.ink}`,
  heading: `margin:0;font:400 19px/24px ${serif};color:${light.ink}`,
  lead: `margin:12px 0 0;font:400 17px/26px ${sans};color:${light.ink}`,
  note: `margin:0;font:400 14px/21px ${sans};color:${light['ink-2']}`,
  small: `margin:0;font:400 12px/18px ${sans};color:${light['ink-2']}`,
  cell: `font:400 14px/20px ${sans};color:${light.ink}`,
  soft: `font:400 14px/20px ${sans};color:${light['ink-2']}`,
  strong: `font:600 14px/20px ${sans};color:${light.ink}`,
  label: `font:400 13px/18px ${sans};color:${light['ink-2']}`,
  figure: `font:600 20px/28px ${sans};color:${light.ink}`,
  first: `font:600 28px/36px ${sans};color:${light.ink}`,
  long: `font:600 18px/28px ${sans};color:${light.ink}`,
  brand: `font:600 15px/20px ${sans};color:${light.ink}`,
  button: `display:inline-block;padding:12px 22px;font:600 15px/20px ${sans};color:${light['on-accent']};text-decoration:none`,
  link: `color:${light.accent};text-decoration:underline`,
} as const

/** Figures stand under each other, and are never broken. */
export const figures = 'font-variant-numeric:tabular-nums;white-space:nowrap'

/** What people type may be one word of any length. */
export const breaking = 'word-break:break-word;overflow-wrap:anywhere'

const inDark: readonly (readonly [selector: string, property: string, colour: Colour])[] = [
  ['page', 'background', 'paper'],
  ['card', 'background', 'sheet'],
  ['ink', 'color', 'ink'],
  ['soft', 'color', 'ink-2'],
  ['link', 'color', 'accent'],
  ['over', 'color', 'over'],
  ['near', 'color', 'warn'],
  ['line', 'border-color', 'rule'],
  ['rule', 'border-color', 'ink'],
  ['first', 'border-color', 'accent'],
  ['press', 'background', 'accent'],
  ['onpress', 'color', 'on-accent'],
  ['b-track', 'background', 'rule'],
  ['b-expense', 'background', 'expense'],
  ['b-warn', 'background', 'warn'],
  ['b-over', 'background', 'over'],
  ['b-pace', 'background', 'accent'],
  ['b-zero', 'background', 'ink'],
  ['air', 'border-color', 'sheet'],
]

const rules = (before: string, only: (property: string) => boolean) =>
  inDark
    .filter(([, property]) => only(property))
    .map(([selector, property, colour]) => `${before}.${selector}{${property}:${dark[colour]}!important}`)
    .join('')

/** Dark colours, and less room at the sides of a small window. Outlook on the web marks what it has darkened itself. */
export const sheet = [
  ':root{color-scheme:light dark;supported-color-schemes:light dark}',
  'body{margin:0;padding:0;-webkit-text-size-adjust:100%}',
  `@media (prefers-color-scheme:dark){${rules('', () => true)}}`,
  rules('[data-ogsc] ', (property) => property === 'color'),
  rules('[data-ogsb] ', (property) => property === 'background'),
  '@media (max-width:480px){.pad{padding-left:20px!important;padding-right:20px!important}.tiny{font-size:10px!important}.ring,.spare{display:none!important}.stack{display:block!important;width:100%!important;padding-top:16px!important}}',
].join('\n')
