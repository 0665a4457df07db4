import { type Scene, type ShapeRole, tidy } from '../../scene/scene.ts'

/** A stretch of a bar, or a mark in it. */
export interface BarCell {
  readonly kind: 'fill' | 'mark'
  readonly role: ShapeRole
  /** Per cent of the bar; all together make a hundred. */
  readonly width: number
}

/** Wide enough to be seen on a phone. */
const markWidth = 0.8

/** A bar as cells of a table, which stand where pictures are switched off: what lies on top is seen, marks stand between. */
export function barCells({ shapes }: Scene): readonly BarCell[] {
  const fills = shapes.flatMap((shape) => (shape.kind === 'rect' && shape.width > 0 ? [shape] : []))
  const marks = shapes.flatMap((shape) => (shape.kind === 'line' ? [{ role: shape.role, x: shape.x }] : []))
  const edges = [...fills.flatMap(({ x, width }) => [x, x + width]), ...marks.map(({ x }) => x)]
  const stops = [...new Set(edges.map((edge) => Math.round(edge)))].sort((a, b) => a - b)
  const room = (100 - markWidth * marks.length) / 100

  return stops.flatMap((stop, place): BarCell[] => {
    const here = marks
      .filter(({ x }) => Math.round(x) === stop)
      .map(({ role }): BarCell => ({ kind: 'mark', role, width: markWidth }))
    const next = stops[place + 1]
    if (next === undefined) return here
    const middle = (stop + next) / 2
    const top = fills.findLast(({ x, width }) => x <= middle && middle <= x + width)
    return [...here, { kind: 'fill', role: top?.role ?? 'track', width: tidy((next - stop) * room) }]
  })
}
