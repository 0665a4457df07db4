import type { Minor } from '../domain/money.ts'
import { type PartRole, type Scene, type Shape, wedge } from './scene.ts'

export interface RingPart {
  /** What is not more than nothing has no piece. */
  readonly amount: Minor
  readonly role: PartRole
  /** What it is made of, on the outer ring; none where it is one. */
  readonly parts: readonly Minor[]
}

export interface RingWords {
  readonly sentence: string
  /** In the middle; none where the picture stands without words. */
  readonly headline?: string
  readonly label?: string
}

/** Pixels across and down. */
export const ringSize = 176

/** Two levels: the inner ring is categories, the outer what each is made of, clockwise from noon in the order given. */
export function ring(parts: readonly RingPart[], { sentence, headline, label }: RingWords): Scene {
  const middle = ringSize / 2
  const piece = (role: PartRole, inner: number, outer: number, { from, to }: Piece) =>
    wedge(role, 50, middle, { inner, outer, ...parted(from, to, outer) })
  const levels = piecesOf(parts, ({ amount }) => amount, { from: 0, to: 1 }).flatMap(({ item, ...whole }): Shape[] => {
    const outer = piecesOf(item.parts, (amount) => amount, whole)
    return [
      piece(item.role, middle * 0.58, middle * 0.84, whole),
      ...(outer.length > 0 ? outer : [whole]).map((part) => piece(item.role, middle * 0.89, middle, part)),
    ]
  })
  const text = (role: 'headline' | 'label', y: number, words: string | undefined): Shape[] =>
    words ? [{ kind: 'text', role, x: 50, y, text: words, anchor: 'middle' }] : []
  return {
    height: ringSize,
    sentence,
    axis: [],
    shapes: [...levels, ...text('headline', middle + 4, headline), ...text('label', middle + 22, label)],
  }
}

interface Piece {
  readonly from: number
  readonly to: number
}

/** The stretches of a stretch that positive weights take. */
function piecesOf<Item>(items: readonly Item[], weigh: (item: Item) => bigint, { from, to }: Piece) {
  const positive = items.filter((item) => weigh(item) > 0n)
  const whole = Number(positive.reduce((sum, item) => sum + weigh(item), 0n))
  let at = from
  return positive.map((item) => {
    const start = at
    at = start + ((to - from) * Number(weigh(item))) / whole
    return { item, from: start, to: at }
  })
}

/** A pixel of air between neighbours, less between very thin ones, none around a whole ring. */
function parted(from: number, to: number, radius: number): Piece {
  if (to - from > 0.9999) return { from, to }
  const air = Math.min(0.6 / (2 * Math.PI * radius), (to - from) / 4)
  return { from: from + air, to: to - air }
}
