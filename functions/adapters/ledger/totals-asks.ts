import type { Face } from '../../domain/contributions.ts'
import { addDays, addMonths, type Day, firstOfMonth, lastOfMonth } from '../../domain/day.ts'
import type { AccountId } from '../../domain/ids.ts'
import { type Period, wholeMonths } from '../../domain/period.ts'
import type { TotalsAsk } from '../../ports/totals.ts'
import type { Piece } from '../sql/piece.ts'

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

/** Rows of one grain that follow each other without a gap, cut into pieces of windows. */
interface Run {
  readonly grain: 'd' | 'm'
  readonly pieces: readonly RunPiece[]
}

/** Whether each of its windows is one month or one day: then each row is a sum already. */
const isSingle = ({ pieces }: Run) => pieces.every(({ start, end }) => start === end)

/** From the first to the last start, both in it; months by their first days. */
interface RunPiece extends Period {
  readonly place: number
}

/** Windows in the order of days. */
function runsOf(windows: readonly Period[]): readonly Run[] {
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

function windowIn({ pieces }: Run): Piece {
  const before = pieces.slice(0, -1)
  const last = String(pieces.at(-1)?.place)
  if (before.length === 0) return { text: last, values: [] }
  const cases = before.map(({ place }) => `when start <= ? then ${place}`).join(' ')
  return { text: `case ${cases} else ${last} end`, values: before.map(({ end }) => end) }
}

function rowsOf(ledgerId: string, face: Face, { grain, pieces }: Run): Piece {
  return {
    text: `from totals where ledger_id = ? and face = '${face}' and grain = '${grain}' and start between ? and ?`,
    values: [ledgerId, pieces[0]?.start, pieces.at(-1)?.end],
  }
}

const sums = 'sum(plus) as plus, sum(minus) as minus, sum(n) as n'

/** Of the ledger's own currency. Sums come first, names last: a payee's row is looked up once per sum, not once per day. */
function topPayees(ledgerId: string, period: Period, currency: string, top: number, place: number): Piece {
  const { text, values } = resolvedPayees(ledgerId, period, '=', currency)
  return {
    text: `select ${place}, 0, null, best.key_id, named.name, best.currency, best.plus, best.minus, best.n
    from (
      select * from (${text}) summed order by minus desc, plus desc, key_id limit ?
    ) best
    left join payees named on named.ledger_id = ? and named.id = best.key_id`,
    values: [...values, top, ledgerId],
  }
}

/** Of each other currency: to rank within each takes an engine far longer, so it is done where there are such rows. */
function topPayeesElsewhere(ledgerId: string, period: Period, currency: string, top: number, place: number): Piece {
  const { text, values } = resolvedPayees(ledgerId, period, '<>', currency)
  return {
    text: `select ${place}, 0, null, best.key_id, named.name, best.currency, best.plus, best.minus, best.n
    from (
      select summed.*,
        row_number() over (partition by currency order by minus desc, plus desc, key_id) as rank_in_currency
      from (${text}) summed
    ) best
    left join payees named on named.ledger_id = ? and named.id = best.key_id
    where best.rank_in_currency <= ?`,
    values: [...values, ledgerId, top],
  }
}

function resolvedPayees(ledgerId: string, period: Period, which: '=' | '<>', currency: string): Piece {
  const selects = runsOf([period]).map((run) => {
    const { text, values } = rowsOf(ledgerId, 'payee', run)
    const [figures, groups] = isSingle(run) ? ['plus, minus, n', ''] : [sums, 'group by key_id, currency']
    return {
      text: `select key_id, currency, ${figures} ${text} and currency ${which} ? ${groups}`,
      values: [...values, currency],
    }
  })
  return {
    text: `select key_id, currency, ${sums}
    from (
      select coalesce(alias.merged_into, own.key_id) as key_id, currency, plus, minus, n
      from (${selects.map(({ text }) => text).join(' union all ')}) own
      left join payees alias on alias.ledger_id = ? and alias.id = own.key_id
    ) resolved
    group by key_id, currency having sum(n) > 0`,
    values: [...selects.flatMap(({ values }) => values), ledgerId],
  }
}

/** Every row of every payee, aliases resolved. */
function allPayees(ledgerId: string, period: Period, place: number): Piece {
  const selects = runsOf([period]).map((run) => {
    const { text, values } = rowsOf(ledgerId, 'payee', run)
    return { text: `select key_id, currency, plus, minus, n ${text}`, values }
  })
  return {
    text: `select ${place}, 0, null, coalesce(alias.merged_into, own.key_id), named.name, own.currency,
      own.plus, own.minus, own.n
    from (${selects.map(({ text }) => text).join(' union all ')}) own
    left join payees alias on alias.ledger_id = ? and alias.id = own.key_id
    left join payees named on named.ledger_id = ? and named.id = coalesce(alias.merged_into, own.key_id)`,
    values: [...selects.flatMap(({ values }) => values), ledgerId, ledgerId],
  }
}

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
