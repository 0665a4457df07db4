import type { Day } from './day.ts'
import { type Period, periodsBack, type RuleHistory, windowsBefore } from './period.ts'

/** The stretches of time that insights look at, oldest first; the asked period is the last one of each. */
export interface Frame {
  readonly period: Period
  /** The period before; at the beginning of time, where there is none, the period itself. */
  readonly previous: Period
  /** Twelve; fewer at the beginning of time. */
  readonly trend: readonly Period[]
  /** The last seven of them: six to tell what is usual, and the asked one. */
  readonly compared: readonly Period[]
}

/** A period of a rule, seen against the periods before it. */
export function frameOf(history: RuleHistory, period: Period): Frame {
  return framed(period, periodsBack(history, period, trendLength))
}

/** A free range, seen against ranges of its length. */
export function frameOfRange(period: Period): Frame {
  return framed(period, [...windowsBefore(period, trendLength - 1), period])
}

/** Which of the compared periods tell what is usual, by place: those before the asked one that reach the first entry. */
export function usualPlaces({ compared }: Frame, firstEntry: Day | undefined): readonly number[] {
  const before = [...compared.keys()].slice(0, -1)
  return before.filter((place) => firstEntry !== undefined && firstEntry <= (compared[place]?.end ?? ''))
}

const trendLength = 12
const comparedLength = 7

function framed(period: Period, trend: readonly Period[]): Frame {
  return { period, previous: trend.at(-2) ?? period, trend, compared: trend.slice(-comparedLength) }
}
