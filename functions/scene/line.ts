import type { Minor } from '../domain/money.ts'
import { stepsOver } from './scale.ts'
import { dot, label, line, type Scene, type Shape, tidy } from './scene.ts'

export interface LinePoint {
  readonly label: string
  readonly amount: Minor
}

const top = 10
const plot = 130
const height = top + plot + 28

/** An amount over time. Its axis need not begin at zero; whoever shows it says where it does. */
export function lineChart(
  points: readonly LinePoint[],
  digits: number,
  words: { readonly sentence: string; readonly axis: (value: number) => string },
): Scene & { readonly floor: number } {
  const values = points.map(({ amount }) => Number(amount) / 10 ** digits)
  const steps = stepsBetween(Math.min(...values), Math.max(...values))
  const [from = 0, to = 1] = [steps[0], steps.at(-1)]
  const yOf = (value: number) => tidy(top + ((to - value) / (to - from)) * plot)
  const xOf = (place: number) => (points.length > 1 ? (place / (points.length - 1)) * 100 : 50)
  const places = values.map((value, place) => ({ x: xOf(place), y: yOf(value) }))
  const last = places.at(-1)

  return {
    height,
    sentence: words.sentence,
    floor: from,
    axis: steps.map((value) => ({ y: yOf(value), text: words.axis(value) })),
    shapes: [
      ...steps.map((value) => line(value === 0 ? 'zero' : 'grid', 0, yOf(value), 100, yOf(value))),
      ...places
        .slice(1)
        .map(({ x, y }, place): Shape => line('net', places[place]?.x ?? x, places[place]?.y ?? y, x, y)),
      ...(last ? [dot('net', last.x, last.y)] : []),
      ...points.flatMap((point, place) => {
        const fromEnd = points.length - 1 - place
        if (fromEnd % 3 !== 0) return []
        return [
          label(fromEnd === 0 ? 'strong' : fromEnd % 6 ? 'spare' : 'label', xOf(place), height - 4, point.label, 6),
        ]
      }),
    ],
  }
}

/** Round steps over the values alone; over zero too where that is near. */
function stepsBetween(lowest: number, highest: number): number[] {
  if (lowest >= 0 && lowest > (highest - lowest) * 0.5) {
    const [first = 0, second = 1] = stepsOver(0, highest - lowest || Math.abs(highest) || 1, 4)
    const step = second - first
    const from = Math.floor(lowest / step)
    const to = Math.max(Math.ceil(highest / step), from + 1)
    return Array.from({ length: to - from + 1 }, (_, place) => (from + place) * step)
  }
  return stepsOver(Math.min(0, lowest), Math.max(0, highest), 4)
}
