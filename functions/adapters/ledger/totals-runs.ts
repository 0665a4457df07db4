import type { Face } from '../../domain/contributions.ts'
import { addDays, addMonths, type Day } from '../../domain/day.ts'
import { type Period, wholeMonths } from '../../domain/period.ts'
import type { Piece } from '../sql/piece.ts'

/** Rows of one grain that follow each other without a gap, cut into pieces of windows. */
export interface Run {
  readonly grain: 'd' | 'm'
  readonly pieces: readonly RunPiece[]
}

/** From the first to the last start, both in it; months by their first days. */
interface RunPiece extends Period {
  readonly place: number
}

/** Windows in the order of days. */
export function runsOf(windows: readonly Period[]): readonly Run[] {
  const runs: Run[] = []
  for (const { grain, piece } of windows.flatMap(piecesOf)) {
    const last = runs.at(-1)
    const end = last?.pieces.at(-1)?.end
    if (last && last.grain === grain && end && follows(grain, end, piece.start)) {
      runs[runs.length - 1] = { grain, pieces: [...last.pieces, piece] }
    } else {
      runs.push({ grain, pieces: [piece] })
    }
  }
  return runs
}

function piecesOf(window: Period, place: number): readonly { grain: 'd' | 'm'; piece: RunPiece }[] {
  const { months, edges } = wholeMonths(window)
  const whole = months ? [{ grain: 'm' as const, piece: { place, start: months.first, end: months.last } }] : []
  const parts = edges.map((edge) => ({ grain: 'd' as const, piece: { place, ...edge } }))
  return [...whole, ...parts].toSorted((a, b) => (a.piece.start < b.piece.start ? -1 : 1))
}

const follows = (grain: 'd' | 'm', end: Day, start: Day) =>
  start === (grain === 'd' ? addDays(end, 1) : addMonths(end, 1))

/** Which of the windows a row lies in, as an expression. */
export function windowIn({ pieces }: Run): Piece {
  const before = pieces.slice(0, -1)
  const last = String(pieces.at(-1)?.place)
  if (before.length === 0) return { text: last, values: [] }
  const cases = before.map(({ place }) => `when start <= ? then ${place}`).join(' ')
  return { text: `case ${cases} else ${last} end`, values: before.map(({ end }) => end) }
}

/** The rows of one face, for behind a `select`. */
export function rowsOf(ledgerId: string, face: Face, { grain, pieces }: Run): Piece {
  return {
    text: `from totals where ledger_id = ? and face = '${face}' and grain = '${grain}' and start between ? and ?`,
    values: [ledgerId, pieces[0]?.start, pieces.at(-1)?.end],
  }
}

/** Whether each of its windows is one month or one day: then each row is a sum already. */
export const isSingle = ({ pieces }: Run) => pieces.every(({ start, end }) => start === end)

export const sums = 'sum(plus) as plus, sum(minus) as minus, sum(n) as n'
