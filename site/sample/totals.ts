import type { Delta } from '../../functions/domain/contributions.ts'
import type { Day } from '../../functions/domain/day.ts'
import type { Period } from '../../functions/domain/period.ts'
import type { insightAsks, sumsFrom } from '../../functions/views/insight-asks.ts'
import type { World } from './world.ts'

type Ask = ReturnType<typeof insightAsks>[number]
type Row = Parameters<typeof sumsFrom>[0][number]

/** Answers what a server would ask of its roll-up. Days are enough here: one household is few rows. */
export function readTotals(world: World, asks: readonly Ask[]): readonly Row[] {
  const daily = [...world.totals.values()].filter(({ grain }) => grain === 'd')
  return asks.flatMap((ask, place) => answer(world, daily, ask).map((row) => ({ ...row, ask: place })))
}

type Answer = Omit<Row, 'ask'>

function answer(world: World, daily: readonly Delta[], ask: Ask): readonly Answer[] {
  if ('first' in ask) return firstDay(daily)
  if ('openAccounts' in ask) return openCurrencies(world)
  // the sample has no shelf of reports, which alone would ask
  if ('touched' in ask) return []
  if ('counts' in ask) return counts(world, ask.counts, ask.accountId)
  const rows = daily.filter(({ face }) => face === ask.face)
  if ('days' in ask) {
    return rows.filter(isIn(ask.days)).map(({ start, ...row }) => ({ ...sumOf([row], row), window: 0, day: start }))
  }
  if ('top' in ask) return topPayees(world, rows.filter(isIn(ask.period)), ask.top)
  return ask.windows.flatMap((window, place) =>
    grouped(rows.filter(isIn(window))).map((some) => ({ ...sumOf(some, some[0]), window: place })),
  )
}

const isIn =
  ({ start, end }: Period) =>
  (row: Delta) =>
    start <= row.start && row.start <= end

type Named = Pick<Delta, 'key' | 'currency'>
type Summed = Named & Pick<Delta, 'plus' | 'minus' | 'n'>
type Group<T> = readonly [T, ...T[]]

function grouped<T extends Named>(rows: readonly T[]): readonly Group<T>[] {
  const groups = new Map<string, [T, ...T[]]>()
  for (const row of rows) {
    const name = `${row.key} ${row.currency}`
    const group = groups.get(name)
    if (group) group.push(row)
    else groups.set(name, [row])
  }
  return [...groups.values()]
}

function sumOf(rows: readonly Summed[], { key, currency }: Named) {
  const add = (a: Summed, b: Summed) => ({
    key,
    currency,
    plus: a.plus + b.plus,
    minus: a.minus + b.minus,
    n: a.n + b.n,
  })
  return rows.reduce(add, { key, currency, plus: 0n, minus: 0n, n: 0n })
}

function topPayees({ payees }: World, rows: readonly Delta[], top: number): readonly Answer[] {
  const read = rows.map((row) => ({ ...row, key: payees.get(row.key)?.mergedInto ?? row.key }))
  const sums = grouped(read)
    .map((some) => sumOf(some, some[0]))
    .filter(({ n }) => n > 0n)
    .toSorted((a, b) => descending(a.minus, b.minus) || descending(a.plus, b.plus) || descending(b.key, a.key))
  const ranks = new Map<string, number>()
  return sums.flatMap((sum) => {
    const rank = (ranks.get(sum.currency) ?? 0) + 1
    ranks.set(sum.currency, rank)
    const name = payees.get(sum.key)?.name
    return rank > top ? [] : [{ ...sum, window: 0, ...(name !== undefined && { name }) }]
  })
}

const descending = <Value extends bigint | string>(a: Value, b: Value) => (a > b ? -1 : a < b ? 1 : 0)

function firstDay(daily: readonly Delta[]): readonly Answer[] {
  const days = daily.filter(({ face, n }) => face === 'kind' && n > 0n).map(({ start }) => start)
  const [first] = days.toSorted()
  return first === undefined ? [] : [{ window: 0, day: first, key: '-', currency: '', plus: 0n, minus: 0n, n: 0n }]
}

/** How many entries each day has. */
function counts({ entries }: World, { start, end }: Period, accountId: string | undefined): readonly Answer[] {
  const days = new Map<Day, bigint>()
  for (const { day, accountId: from, to } of entries.values()) {
    const isMeant = accountId === undefined || from === accountId || to?.accountId === accountId
    if (isMeant && start <= day && day <= end) days.set(day, (days.get(day) ?? 0n) + 1n)
  }
  return [...days].map(([day, n]) => ({ window: 0, day, key: '-', currency: '', plus: 0n, minus: 0n, n }))
}

function openCurrencies({ accounts }: World): readonly Answer[] {
  const open = [...accounts.values()].filter(({ archived }) => !archived).map(({ currency }) => currency.code)
  return [...new Set(open)].map((currency) => ({ window: 0, key: '-', currency, plus: 0n, minus: 0n, n: 0n }))
}
