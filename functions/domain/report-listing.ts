import type { Block } from './insight.ts'
import { fromStore, type Minor, minus, sum } from './money.ts'
import { mostListed, type Report, type ReportEntry } from './report.ts'

/** What some entries come to: in is income, out expenses with refunds taken off. */
export interface InOut {
  readonly count: number
  readonly income: Minor
  readonly expense: Minor
}

/** The entries of one currency: the largest one by one, the smaller ones as one line, and all, which are the block's own. */
export interface Listing {
  readonly entries: readonly ReportEntry[]
  readonly largest: InOut
  readonly smaller: InOut
  readonly all: InOut
}

/**
 * What is listed and what is not make the block's figures, in both columns. Throws where the entries cannot be those of
 * the block: they were read at another moment than its totals.
 */
export function listing(block: Block, entries: readonly ReportEntry[]): Listing {
  const ours = entries.filter(({ kind, currency }) => kind !== 'transfer' && currency.code === block.currency.code)
  const listed = ours.toSorted(largestFirst).slice(0, mostListed)
  const largest = inOut(listed)
  const all = { count: block.entries, income: block.income, expense: block.expense }
  const smaller = {
    count: all.count - largest.count,
    income: minus(all.income, largest.income),
    expense: minus(all.expense, largest.expense),
  }
  if (!isPossible(smaller, listed.at(-1))) throw new RangeError('The listed entries are not those of the figures.')
  return { entries: listed, largest, smaller, all }
}

/** Whether the entries can be those of the blocks: for who gathers a report, before it is kept. */
export function addsUp({ blocks, entries }: Report): boolean {
  try {
    for (const block of blocks) listing(block, entries)
    return true
  } catch {
    return false
  }
}

function inOut(entries: readonly ReportEntry[]): InOut {
  const of = (kind: ReportEntry['kind']) => sum(entries.filter((one) => one.kind === kind).map(({ amount }) => amount))
  return { count: entries.length, income: of('income'), expense: minus(of('expense'), of('refund')) }
}

/** None of them is larger than the smallest that is listed. */
function isPossible({ count, income, expense }: InOut, last: ReportEntry | undefined): boolean {
  const most = fromStore(BigInt(Math.max(count, 0)) * (last?.amount ?? 0n))
  return count >= 0 && 0n <= income && income <= most && -most <= expense && expense <= most
}

function largestFirst(a: ReportEntry, b: ReportEntry): number {
  if (a.amount !== b.amount) return a.amount > b.amount ? -1 : 1
  return a.day < b.day ? -1 : a.day > b.day ? 1 : 0
}
