import type { Kysely } from 'kysely'
import { addMonths, type Day, firstOfMonth, lastOfMonth } from '../../domain/day.ts'
import type { Period } from '../../domain/period.ts'
import type { Transaction, TransactionKind } from '../../domain/transaction.ts'
import type { LedgerScope } from '../../ports/scope.ts'
import { engineOf, quoted } from '../sql/engine-of.ts'
import { type Piece, rowsOf } from '../sql/piece.ts'
import { united } from '../sql/united.ts'
import { type EntryRow, entryColumns, entryFrom, entryJoins, type SplitRow, splitsFrom } from './rows.ts'
import type { LedgerTables } from './schema.ts'

/**
 * The largest of each calendar month come off an index; the largest of the period are among them. One statement, but
 * for ranges of years in more currencies than anybody has.
 */
export async function largestEntries(
  db: Kysely<LedgerTables>,
  scope: LedgerScope,
  { period, currencies, top, kinds }: LargestAsk,
): Promise<readonly Transaction[]> {
  const months = monthsOf(period)
  const selects = currencies.map((currency) =>
    kinds.flatMap((kind) => months.map((part) => largestIn(scope, kind, currency, part, top))),
  )
  const found: Transaction[] = []
  for (const some of united(selects)) found.push(...(await read(db, scope, some, top)))
  return found
}

interface LargestAsk {
  readonly period: Period
  readonly currencies: readonly string[]
  readonly top: number
  readonly kinds: readonly TransactionKind[]
}

interface MonthPart extends Period {
  readonly month: Day
  readonly whole: boolean
}

/** The part of each calendar month that lies in the period. */
function monthsOf({ start, end }: Period): readonly MonthPart[] {
  const parts: MonthPart[] = []
  for (let month = firstOfMonth(start); ; month = addMonths(month, 1)) {
    const last = lastOfMonth(month)
    const part = { start: month < start ? start : month, end: last > end ? end : last }
    parts.push({ month, ...part, whole: part.start === month && part.end === last })
    if (last >= end) return parts
  }
}

function largestIn(
  { ledgerId }: LedgerScope,
  kind: TransactionKind,
  currency: string,
  part: MonthPart,
  top: number,
): Piece {
  const days = part.whole ? '' : 'and day between ? and ?'
  return {
    text: `select * from (
    select id, currency, amount from transactions
    where ledger_id = ? and kind = '${kind}' and currency = ? and month = ? ${days}
    order by amount desc, id desc limit ?) of_month`,
    values: [ledgerId, currency, part.month, ...(part.whole ? [] : [part.start, part.end]), top],
  }
}

const splitColumns =
  'l.tx_id as split_tx_id, l.category_id as split_category_id, l.amount as split_amount, l.note as split_note'

type Row = EntryRow & { readonly [Column in keyof SplitRow as `split_${Column}`]: SplitRow[Column] }

async function read(
  db: Kysely<LedgerTables>,
  { ledgerId }: LedgerScope,
  selects: readonly Piece[],
  top: number,
): Promise<readonly Transaction[]> {
  const rows = await rowsOf<Row>(db, {
    text: `select ${entryColumns}, ${splitColumns}
    from (
      select id, row_number() over (partition by currency order by amount desc, id desc) as rank_in_currency
      from (${selects.map(({ text }) => text).join(' union all ')}) of_months
    ) best
    join transactions t on t.ledger_id = ? and t.id = best.id ${entryJoins}
    left join ${quoted(engineOf(db), 'lines')} l on l.ledger_id = t.ledger_id and l.tx_id = t.id and t.split_count > 0
    where best.rank_in_currency <= ?
    order by t.currency, t.amount desc, t.id desc, l.n`,
    values: [...selects.flatMap(({ values }) => values), ledgerId, top],
  })

  const byEntry = splitsFrom(rows.filter(({ split_tx_id }) => split_tx_id !== null).map(splitOf))
  const entries = new Map(rows.map((row) => [row.id, row]))
  return [...entries.values()].map((row) => entryFrom(row, byEntry.get(row.id)))
}

const splitOf = (row: Row): SplitRow => ({
  tx_id: row.split_tx_id,
  category_id: row.split_category_id,
  amount: row.split_amount,
  note: row.split_note,
})
