import type { Minor } from '../domain/money.ts'
import { stepsOver } from './scale.ts'
import { label, line, rect, type Scene, tidy } from './scene.ts'

export interface Bar {
  /** Short: it stands under its bar. Without any label there is no room for them. */
  readonly label: string
  readonly amount: Minor
}

export interface BarsWords {
  readonly sentence: string
  /** A step of the axis, in whole units. */
  readonly axis: (value: number) => string
}

const top = 12
const plot = 132

/** What was spent, day by day: solid bars on zero. One below it (refunds beyond the spending) hangs down. */
export function bars(all: readonly Bar[], digits: number, words: BarsWords): Scene {
  const values = all.map(({ amount }) => Number(amount) / 10 ** digits)
  const steps = stepsOver(Math.min(0, ...values), Math.max(0, ...values), 3)
  const [from = 0, to = 1] = [steps[0], steps.at(-1)]
  const yOf = (value: number) => tidy(top + ((to - value) / (to - from)) * plot)
  const slot = 100 / all.length
  const height = top + plot + (all.some((bar) => bar.label) ? 28 : 2)

  return {
    height,
    sentence: words.sentence,
    axis: steps.map((value) => ({ y: yOf(value), text: words.axis(value) })),
    shapes: [
      ...steps.map((value) => line(value === 0 ? 'zero' : 'grid', 0, yOf(value), 100, yOf(value))),
      ...values.map((value, place) => {
        const [zero, end] = [yOf(0), yOf(value)]
        return rect('expense', slot * (place + 0.2), Math.min(zero, end), slot * 0.6, tidy(Math.abs(zero - end)))
      }),
      ...all.flatMap((bar, place) =>
        bar.label ? [label('label', slot * (place + 0.5), height - 4, bar.label, 0)] : [],
      ),
    ],
  }
}
