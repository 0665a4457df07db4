/** What a shape is for. Whoever draws decides its colour: a class on the page, an ink in the PDF. */
export type ShapeRole =
  | 'grid'
  | 'zero'
  | 'edge'
  | 'track'
  | 'income'
  | 'expense'
  | 'net'
  | 'warn'
  | 'over'
  | 'pace'
  /** What was spent earlier than what the picture is about. */
  | 'before'
  /** A dashed line at what is usual. */
  | 'usual'
  | PartRole
  | 'label'
  | 'strong'
  /** The one figure in the middle of a picture. */
  | 'headline'
  /** A label that goes where there is little room. */
  | 'spare'

/** A category's colour, from 1; 0 is for what has none. */
export type PartRole = 'c0' | 'c1' | 'c2' | 'c3' | 'c4' | 'c5' | 'c6' | 'c7' | 'c8' | 'c9' | 'c10'

type Anchor = 'start' | 'middle' | 'end'

/** Across in per cent of the picture's width, down in pixels: a bar stretches with the page, a letter never does. */
export type Shape = { readonly role: ShapeRole; readonly x: number; readonly y: number } & (
  | { readonly kind: 'rect'; readonly width: number; readonly height: number }
  | { readonly kind: 'line'; readonly x2: number; readonly y2: number }
  | { readonly kind: 'dot' }
  | Wedge
  /** `y` is the baseline. */
  | { readonly kind: 'text'; readonly text: string; readonly anchor: Anchor }
)

/** A piece of a ring around its place: radii in pixels, the ends in turns, clockwise from noon. */
export interface Wedge {
  readonly kind: 'wedge'
  readonly inner: number
  readonly outer: number
  readonly from: number
  readonly to: number
}

/** A chart as shapes and text, drawn in this order. */
export interface Scene {
  /** Pixels. */
  readonly height: number
  /** One sentence that says what the picture shows; none for a decoration. */
  readonly sentence: string
  readonly shapes: readonly Shape[]
  /** What stands beside the picture at the same heights. Pixels down. */
  readonly axis: readonly { readonly y: number; readonly text: string }[]
}

export function rect(role: ShapeRole, x: number, y: number, width: number, height: number): Shape {
  return { kind: 'rect', role, x: tidy(x), y, width: tidy(width), height }
}

export function line(role: ShapeRole, x: number, y: number, x2: number, y2: number): Shape {
  return { kind: 'line', role, x: tidy(x), y, x2: tidy(x2), y2 }
}

export function dot(role: ShapeRole, x: number, y: number): Shape {
  return { kind: 'dot', role, x: tidy(x), y }
}

/** Centred on its place, unless that is so near to an end that it would stand out. */
export function label(role: ShapeRole, x: number, y: number, text: string, room = 8): Shape {
  return { kind: 'text', role, x: tidy(x), y, text, anchor: x < room ? 'start' : x > 100 - room ? 'end' : 'middle' }
}

export function wedge(role: ShapeRole, x: number, y: number, piece: Omit<Wedge, 'kind'>): Shape {
  return { kind: 'wedge', role, x, y, ...piece }
}

/** The path of a wedge around (0, 0), as SVG and PDF write paths. A whole turn is two halves: an arc ends elsewhere than it begins. */
export function wedgePath({ inner, outer, from, to }: Omit<Wedge, 'kind'>): string {
  const stops = to - from > 0.5 ? [from, (from + to) / 2, to] : [from, to]
  const there = stops.slice(1).map((turn) => arc(outer, turn, 1))
  const back = stops
    .toReversed()
    .slice(1)
    .map((turn) => arc(inner, turn, 0))
  return `M${point(outer, from)}${there.join('')}L${point(inner, to)}${back.join('')}Z`
}

const arc = (radius: number, turn: number, sweep: 0 | 1) =>
  `A${tidy(radius)} ${tidy(radius)} 0 0 ${sweep} ${point(radius, turn)}`

function point(radius: number, turn: number): string {
  const angle = 2 * Math.PI * turn
  return `${tidy(radius * Math.sin(angle))} ${tidy(-radius * Math.cos(angle))}`
}

/** Shapes are read by people too: two decimals say where a thing is. */
export function tidy(value: number): number {
  return Math.round(value * 100) / 100
}
