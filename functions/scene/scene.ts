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
  | 'label'
  | 'strong'
  /** A label that goes where there is little room. */
  | 'spare'

type Anchor = 'start' | 'middle' | 'end'

/** Across in per cent of the picture's width, down in pixels: a bar stretches with the page, a letter never does. */
export type Shape = { readonly role: ShapeRole; readonly x: number; readonly y: number } & (
  | { readonly kind: 'rect'; readonly width: number; readonly height: number }
  | { readonly kind: 'line'; readonly x2: number; readonly y2: number }
  | { readonly kind: 'dot' }
  /** `y` is the baseline. */
  | { readonly kind: 'text'; readonly text: string; readonly anchor: Anchor }
)

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

/** Shapes are read by people too: two decimals say where a thing is. */
export function tidy(value: number): number {
  return Math.round(value * 100) / 100
}
