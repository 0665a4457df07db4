import type { Minor } from '../domain/money.ts'
import { stepsOver } from './scale.ts'
import { label, line, rect, type Scene, type Shape } from './scene.ts'

/** A limit and where it stands, in one currency. `pace` is what would be spent by now at an even pace. */
export interface LimitFigures {
  readonly amount: Minor
  readonly spent: Minor
  readonly pace: Minor
}

/** Beyond the limit; past 80 % of it and ahead of pace; or neither. */
export function standing({ amount, spent, pace }: LimitFigures): 'over' | 'near' | 'fine' {
  if (spent > amount) return 'over'
  return spent * 5n > amount * 4n && spent > pace ? 'near' : 'fine'
}

/** A limit as a bar: the track is the limit, the fill is spent, the tick is today's pace. Past the limit the scale grows. */
export function limitBar(figures: LimitFigures, sentence = ''): Scene {
  return { height: 20, sentence, axis: [], shapes: bar(figures, 4, 12) }
}

export interface RulerWords {
  readonly sentence: string
  readonly pace: string
  readonly axis: (value: number) => string
  readonly limit: string
}

/** The same as a ruler with a scale under it: the first thing on a page. */
export function limitRuler(figures: LimitFigures, digits: number, words: RulerWords): Scene {
  const end = across(figures, figures.amount)
  const limit = Number(figures.amount) / 10 ** digits
  const steps = stepsOver(0, limit, 8).map((value, place) => ({ value, place, x: (value / limit) * end }))
  const pace = across(figures, figures.pace)
  return {
    height: 70,
    sentence: words.sentence,
    axis: [],
    shapes: [
      ...bar(figures, 16, 22),
      // a figure that would touch its neighbour or the limit's own stays away, sooner where there is little room
      ...steps
        .filter(({ x }) => x < end - 12)
        .flatMap(({ value, place, x }) => [
          line('edge', x, 38, x, 48),
          label(place % 2 || x > end - 30 ? 'spare' : 'label', x, 64, words.axis(value)),
        ]),
      line('edge', end, 38, end, 48),
      label('strong', end, 64, words.limit, 20),
      label('strong', pace, 4, words.pace, 15),
    ],
  }
}

function bar(figures: LimitFigures, y: number, height: number): Shape[] {
  const state = standing(figures)
  const end = across(figures, figures.amount)
  const pace = across(figures, figures.pace)
  const spent = Math.min(across(figures, figures.spent), end)
  return [
    rect('track', 0, y, end, height),
    rect(state === 'near' ? 'warn' : 'expense', 0, y, spent, height),
    ...(state === 'over'
      ? [rect('over', end, y, 100 - end, height), line('zero', end, y - 4, end, y + height + 4)]
      : []),
    line('pace', pace, y - 4, pace, y + height + 4),
  ]
}

/** Per cent of the bar, which is as long as the limit or, past it, as what is spent. */
function across({ amount, spent }: LimitFigures, value: Minor): number {
  const reach = Number(spent > amount ? spent : amount)
  return reach > 0 ? Math.min(Math.max(Number(value) / reach, 0), 1) * 100 : 0
}
