import { type Day, daysBetween, firstOfMonth, lastOfMonth } from '../domain/day.ts'
import { fromStore, type Minor, sum } from '../domain/money.ts'
import { cents, type SampleEntry } from './entry.ts'
import { ownCategories } from './words.ts'

export interface SampleLimit {
  /** A category's key; without one the limit is for everything. */
  readonly category?: string
  /** Of euros, for a calendar month. */
  readonly amount: Minor
}

/**
 * Two limits as somebody would set them who knows this month: one for everything, which holds, and one that is nearly
 * reached and ahead of the pace, so that there is something to look at on all but a month's last days.
 */
export function limitsOn(entries: readonly SampleEntry[], today: Day): readonly SampleLimit[] {
  const spent = (head: string) => spentIn(entries, today, head)
  const near = candidates.flatMap(({ category, least }) => {
    const amount = spent(category) >= least ? nearly(spent(category), today) : undefined
    return amount === undefined ? [] : [{ category, amount }]
  })
  const everything = [4_500_00, 5_000_00, 5_600_00, 6_200_00]
    .map(cents)
    .find((amount) => spent('') * 10n <= amount * 9n)
  return [{ amount: everything ?? cents(7_000_00) }, ...near.slice(0, 1)]
}

/** Whom to look at first; from how many cents on a limit for it would be believed. */
const candidates = [
  { category: 'food.restaurants', least: 70_00n },
  { category: 'shopping', least: 90_00n },
  { category: 'food', least: 150_00n },
  { category: 'family', least: 200_00n },
  { category: 'leisure', least: 60_00n },
  { category: 'home', least: 0n },
]

/** A category with those below it; all of them for the empty text. Euros only, refunds taken off. */
function spentIn(entries: readonly SampleEntry[], today: Day, head: string): Minor {
  const from = firstOfMonth(today)
  const ours = entries.filter((one) => from <= one.day && one.day <= today && one.account !== 'francs')
  return sum(
    ours.flatMap((one) => partsOf(one, head).map((amount) => fromStore(one.kind === 'refund' ? -amount : amount))),
  )
}

function partsOf({ kind, amount, category, splits }: SampleEntry, head: string): readonly Minor[] {
  if (kind !== 'expense' && kind !== 'refund') return []
  const parts = splits ?? [{ category, amount }]
  return parts.filter((one) => head === '' || isBelow(one.category, head)).map((one) => one.amount)
}

function isBelow(category: string | undefined, head: string): boolean {
  const own = Object.entries(ownCategories).find(([key]) => key === category)?.[1]
  return category === head || own?.parent === head || !!category?.startsWith(`${head}.`)
}

/** A round limit of which this is 82 to 98 per cent, and more than the days that have gone by; none where no round one fits. */
function nearly(spent: Minor, today: Day): Minor | undefined {
  const days = daysBetween(firstOfMonth(today), lastOfMonth(today)) + 1
  const elapsed = (daysBetween(firstOfMonth(today), today) + 1) / days
  const least = Math.max(0.82, Math.min(elapsed + 0.005, 0.94))
  const step = spent < 200_00n ? 5_00 : spent < 1_000_00n ? 10_00 : 20_00
  const limit = Math.ceil(Number(spent) / 0.98 / step) * step
  return Number(spent) / limit >= least ? cents(limit) : undefined
}
