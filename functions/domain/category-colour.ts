import type { CategoryKind } from './transaction.ts'

interface Coloured {
  readonly id: string
  readonly kind: CategoryKind
  readonly parentId?: string | undefined
}

/** How many colours there are; the eleventh category begins anew. */
export const colours = 10

/** For each category of the upper level one colour, from 1, the same for good; a child has its parent's. */
export function categoryColours(categories: readonly Coloured[]): { readonly [categoryId: string]: number } {
  const upper = categories.filter(({ parentId }) => parentId === undefined)
  const ofKind = (kind: CategoryKind) =>
    upper.filter((one) => one.kind === kind).toSorted((a, b) => (order(a) < order(b) ? -1 : 1))
  const placed = [...ofKind('expense').entries(), ...ofKind('income').entries()]
  return Object.fromEntries(placed.map(([place, { id }]) => [id, (place % colours) + 1]))
}

/** Presets first (ids of version 5), then in the order of their making (version 7): a new one moves no other. */
const order = ({ id }: Coloured): string => id.charAt(14) + id
