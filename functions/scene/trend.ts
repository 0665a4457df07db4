import type { Minor } from '../domain/money.ts'
import { stepsOver } from './scale.ts'
import { dot, label, line, rect, type Scene, type Shape, tidy } from './scene.ts'

export interface TrendPeriod {
  /** Short: it stands under its bars. */
  readonly label: string
  readonly income: Minor
  readonly expense: Minor
  readonly net: Minor
}

export interface TrendWords {
  readonly sentence: string
  /** A step of the axis, in whole units. */
  readonly axis: (value: number) => string
  /** An exact amount, for the one that is remarkable. */
  readonly amount: (value: Minor) => string
}

export interface TrendStyle {
  /** What is usually spent: a dashed line. */
  readonly usual?: Minor
  /** Without the line of what remained, and with the periods before the asked one lighter. */
  readonly isAboutLast?: boolean
}

const top = 12
const plot = 172

/** Income hollow and expense solid side by side for each period, and what remained as a line. The last period is the asked one. */
export function trend(
  periods: readonly TrendPeriod[],
  digits: number,
  words: TrendWords,
  { usual, isAboutLast = false }: TrendStyle = {},
): Scene {
  const units = (value: Minor) => Number(value) / 10 ** digits
  const shown = periods.flatMap(({ income, expense, net }) =>
    isAboutLast ? [income, expense] : [income, expense, net],
  )
  const values = [...shown, ...(usual === undefined ? [] : [usual])].map(units)
  const height = top + plot + (periods.some(({ label }) => label) ? 28 : 2)
  const steps = stepsOver(Math.min(0, ...values), Math.max(0, ...values))
  const [from = 0, to = 1] = [steps[0], steps.at(-1)]
  const yOf = (value: number) => tidy(top + ((to - value) / (to - from)) * plot)
  const slot = 100 / periods.length

  /** Bars start at zero; one below it (refunds beyond the spending) hangs down. */
  const bar = (role: 'income' | 'expense' | 'before', x: number, value: Minor) => {
    const [zero, end] = [yOf(0), yOf(units(value))]
    return rect(role, x, Math.min(zero, end), slot * 0.32, tidy(Math.abs(zero - end)))
  }
  const remained = (): Shape[] => {
    const nets = periods.map(({ net }, place) => ({ x: slot * (place + 0.5), y: yOf(units(net)), net }))
    // only one period below zero is remarkable, and says by how much; several speak for themselves
    const below = nets.filter(({ net }) => net < 0n)
    return [
      ...nets.slice(1).map(({ x, y }, place): Shape => line('net', nets[place]?.x ?? x, nets[place]?.y ?? y, x, y)),
      ...nets.map(({ x, y }) => dot('net', x, y)),
      ...(below.length === 1 ? below : []).map(({ x, y, net }) => label('strong', x, y + 16, words.amount(net))),
    ]
  }

  return {
    height,
    sentence: words.sentence,
    axis: steps.map((value) => ({ y: yOf(value), text: words.axis(value) })),
    shapes: [
      ...steps.map((value) => line(value === 0 ? 'zero' : 'grid', 0, yOf(value), 100, yOf(value))),
      ...periods.flatMap(({ income, expense }, place) => [
        bar('income', slot * (place + 0.16), income),
        bar(isAboutLast && place < periods.length - 1 ? 'before' : 'expense', slot * (place + 0.52), expense),
      ]),
      ...(isAboutLast ? [] : remained()),
      ...(usual === undefined ? [] : [line('usual', 0, yOf(units(usual)), 100, yOf(units(usual)))]),
      ...periods.flatMap((period, place) => {
        const fromEnd = periods.length - 1 - place
        const role = fromEnd === 0 ? 'strong' : fromEnd % 2 ? 'spare' : 'label'
        return period.label ? [label(role, slot * (place + 0.5), height - 4, period.label, 0)] : []
      }),
    ],
  }
}
