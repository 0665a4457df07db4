import { type RawBuilder, sql } from 'kysely'
import type { Face } from '../../domain/contributions.ts'
import { addDays, addMonths, type Day } from '../../domain/day.ts'
import type { AccountId } from '../../domain/ids.ts'
import { type Period, wholeMonths } from '../../domain/period.ts'
import type { LedgerScope } from '../../ports/scope.ts'
import type { TotalsAsk } from '../../ports/totals.ts'

type WholeRead = bigint | number | string

/** One row of what `answerTo` selects. */
export interface AnswerRow {
  readonly ask: WholeRead
  readonly place: WholeRead
  readonly day: string | null
  readonly key_id: string
  readonly name: string | null
  readonly currency: string
  readonly plus: WholeRead
  readonly minus: WholeRead
  readonly n: WholeRead
}

type Select = RawBuilder<unknown>

/** Selects for `union all` that answer one ask: as few as there are runs of rows to read. */
export function answerTo(scope: LedgerScope, ask: TotalsAsk, place: number): readonly Select[] {
  const { ledgerId } = scope
  if ('first' in ask) return [firstDay(ledgerId, place)]
  if ('openAccounts' in ask) return [openAccounts(ledgerId, place)]
  if ('counts' in ask) return [counts(ledgerId, ask.counts, ask.accountId, place)]
  if ('days' in ask) {
    const run = { grain: 'd' as const, pieces: [{ place: 0, ...ask.days }] }
    return [
      sql`select ${place} as ask, 0 as place, start as day, key_id, null as name, currency, plus, minus, n
        ${rowsOf(ledgerId, ask.face, run)}`,
    ]
  }
  if ('top' in ask) return [topPayees(ledgerId, ask.period, ask.top, place)]
  return runsOf(ask.windows).map((run) => {
    const sums = sql`sum(plus) as plus, sum(minus) as minus, sum(n) as n`
    return sql`select ${place} as ask, ${placeIn(run)} as place, null as day, key_id, null as name, currency, ${sums}
      ${rowsOf(ledgerId, ask.face, run)} group by 2, key_id, currency`
  })
}

/** Rows of one grain that follow each other without a gap, cut into pieces of windows. */
interface Run {
  readonly grain: 'd' | 'm'
  readonly pieces: readonly Piece[]
}

/** From the first to the last start, both in it; months by their first days. */
interface Piece extends Period {
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

function piecesOf(window: Period, place: number): readonly { grain: 'd' | 'm'; piece: Piece }[] {
  const { months, edges } = wholeMonths(window)
  const whole = months ? [{ grain: 'm' as const, piece: { place, start: months.first, end: months.last } }] : []
  const parts = edges.map((edge) => ({ grain: 'd' as const, piece: { place, ...edge } }))
  return [...whole, ...parts].toSorted((a, b) => (a.piece.start < b.piece.start ? -1 : 1))
}

const follows = (grain: 'd' | 'm', end: Day, start: Day) =>
  start === (grain === 'd' ? addDays(end, 1) : addMonths(end, 1))

function placeIn({ pieces }: Run): Select {
  const [last, ...before] = pieces.toReversed()
  const cases = before.toReversed().map(({ end, place }) => sql`when start <= ${end} then ${place}`)
  return cases.length === 0 ? sql`${last?.place}` : sql`case ${sql.join(cases, sql` `)} else ${last?.place} end`
}

function rowsOf(ledgerId: string, face: Face, { grain, pieces }: Run): Select {
  const [from, to] = [pieces[0]?.start, pieces.at(-1)?.end]
  return sql`from totals
    where ledger_id = ${ledgerId} and face = ${face} and grain = ${grain} and start between ${from} and ${to}`
}

/** Sums come first, names last: a payee's row is looked up once per sum, not once per day. */
function topPayees(ledgerId: string, period: Period, top: number, place: number): Select {
  const sums = sql`sum(plus) as plus, sum(minus) as minus, sum(n) as n`
  const selects = runsOf([period]).map(
    (run) => sql`select key_id, currency, ${sums} ${rowsOf(ledgerId, 'payee', run)} group by key_id, currency`,
  )
  return sql`select ${place} as ask, 0 as place, null as day, best.key_id, named.name, best.currency,
      best.plus, best.minus, best.n
    from (
      select resolved.*,
        row_number() over (partition by currency order by minus desc, plus desc, key_id) as rank_in_currency
      from (
        select coalesce(alias.merged_into, own.key_id) as key_id, own.currency as currency, ${sums}
        from (${sql.join(selects, sql` union all `)}) own
        left join payees alias on alias.ledger_id = ${ledgerId} and alias.id = own.key_id
        group by coalesce(alias.merged_into, own.key_id), own.currency having sum(n) > 0
      ) resolved
    ) best
    left join payees named on named.ledger_id = ${ledgerId} and named.id = best.key_id
    where best.rank_in_currency <= ${top}`
}

function firstDay(ledgerId: string, place: number): Select {
  return sql`select ${place} as ask, 0 as place, start as day, key_id, null as name, currency, plus, minus, n from (
    select * from totals where ledger_id = ${ledgerId} and face = 'kind' and grain = 'd' and n > 0
    order by start limit 1) first_day`
}

/** Faces kind and account together count each entry twice: a transfer on both its accounts, any other on each face. */
function counts(ledgerId: string, period: Period, accountId: AccountId | undefined, place: number): Select {
  const days = { grain: 'd' as const, pieces: [{ place: 0, ...period }] }
  const ofAccount = sql`select start, n ${rowsOf(ledgerId, 'account', days)}`
  const own = accountId
    ? sql`${ofAccount} and key_id = ${accountId}`
    : sql`${ofAccount} union all select start, n ${rowsOf(ledgerId, 'kind', days)}`
  return sql`select ${place} as ask, 0 as place, start as day, '-' as key_id, null as name, '' as currency,
    0 as plus, 0 as minus, cast(sum(n) / ${accountId ? 1 : 2} as signed) as n
    from (${own}) own group by start having sum(n) > 0`
}

function openAccounts(ledgerId: string, place: number): Select {
  return sql`select ${place} as ask, 0 as place, null as day, '-' as key_id, null as name, currency,
    0 as plus, 0 as minus, 0 as n
    from accounts where ledger_id = ${ledgerId} and archived = 0 group by currency`
}
