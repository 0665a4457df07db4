import { ringSize } from '../../functions/scene/ring.ts'
import type { Shape } from '../../functions/scene/scene.ts'

/**
 * Which of the parts of a ring is at a point of its square, both from 0 to 1; undefined in the hole and in the corners.
 * The pieces of a ring come part by part, each with one piece of the inner ring first.
 */
export function pieceAt(shapes: readonly Shape[], parts: readonly unknown[], x: number, y: number): number | undefined {
  const [dx, dy] = [(x - 0.5) * ringSize, (y - 0.5) * ringSize]
  const distance = Math.hypot(dx, dy)
  const turn = (Math.atan2(dx, -dy) / (2 * Math.PI) + 1) % 1
  const wedges = shapes.flatMap((shape) => (shape.kind === 'wedge' ? [shape] : []))
  const inner = wedges.filter((one) => one.inner === wedges[0]?.inner)
  const outside = Math.max(...wedges.map((one) => one.outer))
  if (distance < (wedges[0]?.inner ?? 0) || distance > outside) return undefined
  // between two pieces is air: the one that begins last before it is meant
  const place = inner.findLastIndex(({ from }) => from <= turn + 0.005)
  return place >= 0 && place < parts.length ? place : undefined
}
