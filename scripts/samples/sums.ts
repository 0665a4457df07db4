import { contributions, type Delta } from '../../functions/domain/contributions.ts'
import type { Frame } from '../../functions/domain/insight-frame.ts'
import type { Sum, Sums } from '../../functions/domain/insight-sums.ts'
import type { Period } from '../../functions/domain/period.ts'
import type { Transaction } from '../../functions/domain/transaction.ts'

/** Totals as the write door would keep them, read by a plain loop. */
export function sumsOf(some: readonly Transaction[], frame: Frame): Sums {
  const days = some.flatMap(contributions).filter(({ grain }) => grain === 'd')
  const of = (face: string, windows: readonly Period[]) =>
    windows.flatMap((period, window) =>
      rows(
        days.filter((one) => one.face === face && within(one, period)),
        window,
      ),
    )
  return {
    trend: of('kind', frame.trend),
    categories: of('category', frame.compared),
    days: days
      .filter((one) => one.face === 'kind' && within(one, frame.period))
      .map((one) => ({ ...one, window: 0, day: one.start }))
      .reduce(merge, []),
    payees: of('payee', [frame.period]),
    open: [],
    ...firstOf(some),
  }
}

export function firstOf(some: readonly Transaction[]): Pick<Sums, 'firstEntry'> {
  return {
    firstEntry: some
      .filter(({ kind }) => kind !== 'transfer')
      .map(({ day }) => day)
      .toSorted()[0],
  }
}

const within = ({ start }: Delta, period: Period) => period.start <= start && start <= period.end

function rows(deltas: readonly Delta[], window: number): Sum[] {
  return deltas.map((delta) => ({ ...delta, window })).reduce(merge, [])
}

function merge(sums: Sum[], { window, key, currency, plus, minus, n, day }: Sum): Sum[] {
  const at = sums.findIndex((sum) => sum.key === key && sum.currency === currency && sum.day === day)
  const sofar = sums[at] ?? { window, key, currency, plus: 0n, minus: 0n, n: 0n, ...(day && { day }) }
  const added = { ...sofar, plus: sofar.plus + plus, minus: sofar.minus + minus, n: sofar.n + n }
  return at < 0 ? [...sums, added] : sums.with(at, added)
}
