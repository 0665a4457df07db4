import type { DayCount } from './list.ts'

/** Pixels: the part of the list that is drawn, and how high its lines are. */
export interface View {
  readonly from: number
  readonly to: number
  readonly row: number
  readonly head: number
}

/** A line of the list: the heading of a day, or an entry by its place in the day. */
export interface Slot {
  readonly day: number
  /** From 0; -1 is the heading. */
  readonly place: number
  /** Of all lines, from 1. */
  readonly index: number
}

/** Where each day begins and the whole ends, in pixels and in lines. */
export interface Layout {
  readonly tops: readonly number[]
  readonly lines: readonly number[]
}

export function layOut(days: readonly DayCount[], { row, head }: Pick<View, 'row' | 'head'>): Layout {
  const tops = [0]
  const lines = [0]
  let [top, line] = [0, 0]
  for (const { entries } of days) {
    top += head + entries * row
    line += 1 + entries
    tops.push(top)
    lines.push(line)
  }
  return { tops, lines }
}

/** The lines that are to be drawn, and how much room those before and behind them take. */
export function slotsIn({ tops, lines }: Layout, { from, to, row, head }: View) {
  const height = tops.at(-1) ?? 0
  const slots: Slot[] = []
  let above = 0
  let drawn = 0
  for (let day = dayAt(tops, from); day < tops.length - 1 && (tops[day] ?? 0) < to; day += 1) {
    const top = tops[day] ?? 0
    const entries = (lines[day + 1] ?? 0) - (lines[day] ?? 0) - 1
    for (let place = Math.max(-1, Math.floor((from - top - head) / row)); place < entries; place += 1) {
      const start = place < 0 ? top : top + head + place * row
      const size = place < 0 ? head : row
      if (start >= to) break
      if (start + size <= from) continue
      if (slots.length === 0) above = start
      drawn += size
      slots.push({ day, place, index: (lines[day] ?? 0) + place + 2 })
    }
  }
  return { slots, above, below: Math.max(0, height - above - drawn) }
}

/** The day at this height: the last one that begins at or above it. */
export function dayAt(tops: readonly number[], y: number): number {
  let [low, high] = [0, Math.max(0, tops.length - 2)]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((tops[middle] ?? 0) <= y) low = middle
    else high = middle - 1
  }
  return low
}

/** Where a line begins. */
export function topOf({ tops }: Layout, { row, head }: Pick<View, 'row' | 'head'>, day: number, place: number): number {
  return (tops[day] ?? 0) + (place < 0 ? 0 : head + place * row)
}
