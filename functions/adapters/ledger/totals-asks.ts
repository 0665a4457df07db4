import type { Face } from '../../domain/contributions.ts'
import { type Day, firstOfMonth, lastOfMonth } from '../../domain/day.ts'
import type { AccountId } from '../../domain/ids.ts'
import type { Period } from '../../domain/period.ts'
import type { TotalsAsk } from '../../ports/totals.ts'
import type { Piece } from '../sql/piece.ts'
import { allPayees, topPayees, topPayeesElsewhere } from './totals-payees.ts'
import { isSingle, type Run, rowsOf, runsOf, sums, windowIn } from './totals-runs.ts'

type WholeRead = bigint | number | string

/** One row of what `answerTo` selects: which ask, which of its windows, day, key, name, currency, plus, minus, n. */
export type AnswerRow = readonly [
  ask: WholeRead,
  window: WholeRead,
  day: string | null,
  key: string,
  name: string | null,
  currency: string,
  plus: WholeRead,
  minus: WholeRead,
  n: WholeRead,
]

/**
 * Selects for `union all` that answer one ask: as few as there are runs of rows to read. With `adding` false they leave
 * every sum, and the choice of the top, to whoever reads them.
 */
export function answerTo(
  { ledgerId, currency }: { readonly ledgerId: string; readonly currency: string },
  ask: TotalsAsk,
  place: number,
  adding: boolean,
): readonly Piece[] {
  if ('first' in ask) return [firstDay(ledgerId, place)]
  if ('openAccounts' in ask) return [openAccounts(ledgerId, place)]
  if ('touched' in ask) return runsOf([ask.touched]).map((run) => touched(ledgerId, run, ask.since, place))
  if ('counts' in ask) return [counts(ledgerId, ask.counts, ask.accountId, place)]
  if ('days' in ask) {
    const { text, values } = rowsOf(ledgerId, ask.face, { grain: 'd', pieces: [{ place: 0, ...ask.days }] })
    return [{ text: `select ${place}, 0, start, key_id, null, currency, plus, minus, n ${text}`, values }]
  }
  if ('top' in ask) {
    const { period, top } = ask
    if (!adding) return [allPayees(ledgerId, period, place)]
    return [
      topPayees(ledgerId, period, currency, top, place),
      topPayeesElsewhere(ledgerId, period, currency, top, place),
    ]
  }
  return runsOf(ask.windows).map((run) => {
    const window = windowIn(run)
    const { text, values } = rowsOf(ledgerId, ask.face, run)
    const [figures, groups] =
      adding && !isSingle(run) ? [sums, 'group by window_place, key_id, currency'] : ['plus, minus, n', '']
    return {
      text: `select ${place}, ${window.text} as window_place, null, key_id, null, currency, ${figures} ${text} ${groups}`,
      values: [...window.values, ...values],
    }
  })
}

/** Whether a window of this ask comes in parts: months, and the days around them. */
export const comesInParts = (ask: TotalsAsk): boolean =>
  'windows' in ask && ask.windows.some(({ start, end }) => !isWhole(start, end) && lastOfMonth(start) < end)

const isWhole = (start: Day, end: Day) => start === firstOfMonth(start) && end === lastOfMonth(end)

/** Faces kind and account together count each entry twice: a transfer on both its accounts, any other on each face. */
function counts(ledgerId: string, period: Period, accountId: AccountId | undefined, place: number): Piece {
  const days = { grain: 'd' as const, pieces: [{ place: 0, ...period }] }
  const select = (face: Face) => {
    const { text, values } = rowsOf(ledgerId, face, days)
    return { text: `select start, n ${text}`, values }
  }
  const ofAccount = select('account')
  const ofKind = select('kind')
  const own = accountId
    ? { text: `${ofAccount.text} and key_id = ?`, values: [...ofAccount.values, accountId] }
    : { text: `${ofAccount.text} union all ${ofKind.text}`, values: [...ofAccount.values, ...ofKind.values] }
  return {
    text: `select ${place}, 0, start, '-', null, '', 0, 0, cast(sum(n) / ${accountId ? 1 : 2} as signed)
    from (${own.text}) own group by start having sum(n) > 0`,
    values: own.values,
  }
}

function touched(ledgerId: string, { grain, pieces }: Run, since: number, place: number): Piece {
  return {
    text: `select ${place}, 0, null, '-', null, '', 0, 0, 1 from (
    select 1 from totals where ledger_id = ? and face in ('kind', 'category', 'account', 'payee') and grain = '${grain}'
    and start between ? and ? and touched_ms > ? limit 1) late`,
    values: [ledgerId, pieces[0]?.start, pieces.at(-1)?.end, since],
  }
}

function firstDay(ledgerId: string, place: number): Piece {
  return {
    text: `select ${place}, 0, start, key_id, null, currency, plus, minus, n from (
    select * from totals where ledger_id = ? and face = 'kind' and grain = 'd' and n > 0
    order by start limit 1) first_day`,
    values: [ledgerId],
  }
}

function openAccounts(ledgerId: string, place: number): Piece {
  return {
    text: `select ${place}, 0, null, '-', null, currency, 0, 0, 0
    from accounts where ledger_id = ? and archived = 0 group by currency`,
    values: [ledgerId],
  }
}
