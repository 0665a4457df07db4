import type { Minor } from '../domain/money.ts'
import { stepsOver } from './scale.ts'
import { label, line, rect, type Scene, type Shape, tidy } from './scene.ts'

export interface ChartDay {
  /** Under its bar; empty for most. */
  readonly label: string
  /** What was spent on it, refunds taken off; undefined for a day that is still to come. */
  readonly spent: Minor | undefined
  readonly isToday: boolean
}

export interface DaysWords {
  readonly sentence: string
  readonly axis: (value: number) => string
  readonly limit: string
}

const top = 24
const plot = 214
const height = top + plot + 26

/**
 * What was spent so far, day by day: the light part of a bar was spent before, the dark part that day. With a limit, its
 * line above and the even pace towards it.
 */
export function daysChart(
  days: readonly ChartDay[],
  limit: Minor | undefined,
  digits: number,
  words: DaysWords,
): Scene {
  const sums = sumsOf(days)
  const units = (value: bigint) => Number(value) / 10 ** digits
  const highest = Math.max(
    units(limit ?? 0n),
    ...sums.map(({ before, after }) => Math.max(units(before), units(after))),
  )
  const lowest = Math.min(0, ...sums.map(({ after }) => units(after)))
  const steps = stepsOver(lowest, highest, 4)
  const [from = 0, to = 1] = [steps[0], steps.at(-1)]
  const yOf = (value: bigint) => tidy(top + ((to - units(value)) / (to - from)) * plot)
  const slot = 100 / days.length

  const bars = sums.flatMap(({ before, after }, place): Shape[] => {
    const x = slot * (place + 0.14)
    const [foot, head] = before < after ? [before, after] : [after, before]
    const own = Math.max(yOf(foot) - yOf(head), before === after ? 0 : 1.5)
    // what stays of before: up to the end that is nearer to nothing, and none where the day crosses it
    const near = yOf(foot > 0n ? foot : head < 0n ? head : 0n)
    return [
      rect('before', x, Math.min(near, yOf(0n)), slot * 0.72, tidy(Math.abs(yOf(0n) - near))),
      rect(after < before ? 'income' : 'expense', x, yOf(head), slot * 0.72, tidy(own)),
    ]
  })
  return {
    height,
    sentence: words.sentence,
    axis: steps
      .map((value) => ({ y: tidy(top + ((to - value) / (to - from)) * plot), text: words.axis(value) }))
      // the limit has its own figure, and nothing is written over it
      .filter(({ y }) => limit === undefined || Math.abs(y - yOf(limit)) > 14),
    shapes: [
      ...steps.map((value) => {
        const y = tidy(top + ((to - value) / (to - from)) * plot)
        return line(value === 0 ? 'zero' : 'grid', 0, y, 100, y)
      }),
      ...bars,
      ...(limit === undefined
        ? []
        : [
            line('zero', 0, yOf(limit), 100, yOf(limit)),
            line('pace', 0, yOf(0n), 100, yOf(limit)),
            label('strong', 0, yOf(limit) - 6, words.limit, 1),
          ]),
      ...days.map((day, place) =>
        label(day.isToday ? 'strong' : 'label', slot * (place + 0.5), height - 4, day.label, day.isToday ? 5 : 2),
      ),
    ].filter((shape) => shape.kind !== 'text' || shape.text !== ''),
  }
}

/** What was spent before each day and by its end, up to the last day that is not still to come. */
export function sumsOf(days: readonly ChartDay[]): readonly { readonly before: bigint; readonly after: bigint }[] {
  let sum = 0n
  const past = days.slice(0, days.findLastIndex(({ spent }) => spent !== undefined) + 1)
  return past.map(({ spent = 0n }) => {
    const before = sum
    sum += spent
    return { before, after: sum }
  })
}
