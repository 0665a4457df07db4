import type { Kysely } from 'kysely'
import type { Day } from '../../domain/day.ts'
import type { Mutable } from '../../domain/mutable.ts'
import type { LedgerScope } from '../../ports/scope.ts'
import type { TotalRow, Totals, TotalsAsk, TotalsReads } from '../../ports/totals.ts'
import { isOverflow } from '../sql/errors.ts'
import { tuplesOf } from '../sql/piece.ts'
import { largestEntries } from './largest.ts'
import type { LedgerTables } from './schema.ts'
import { type AnswerRow, comesInParts } from './totals-asks.ts'
import { statementsFor } from './totals-statements.ts'

export function sqlTotals(db: Kysely<LedgerTables>): Totals {
  return {
    ...readsOn(db),

    atOnce(scope, work) {
      const snapshot = db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only')
      return snapshot.execute(async (trx) => {
        const { revision } = await trx
          .selectFrom('ledgers')
          .select('revision')
          .where('id', '=', scope.ledgerId)
          .executeTakeFirstOrThrow()
        return work(readsOn(trx), Number(revision))
      })
    },
  }
}

function readsOn(db: Kysely<LedgerTables>): TotalsReads {
  return {
    read: (scope, asks) => read(db, scope, asks),
    largest: (scope, period, currencies, top, kinds) => largestEntries(db, scope, { period, currencies, top, kinds }),
  }
}

async function read(
  db: Kysely<LedgerTables>,
  scope: LedgerScope,
  asks: readonly TotalsAsk[],
): Promise<readonly TotalRow[]> {
  try {
    const rows = await answers(db, scope, asks, true)
    return asks.some(comesInParts) ? joined(rows) : rows
  } catch (error) {
    if (!isOverflow(error)) throw error
    // SQLite adds in 64 bits and says when these are too few; then the rows themselves are added here, exactly.
    return topOf(joined(await answers(db, scope, asks, false)), asks)
  }
}

async function answers(
  db: Kysely<LedgerTables>,
  scope: LedgerScope,
  asks: readonly TotalsAsk[],
  adding: boolean,
): Promise<readonly TotalRow[]> {
  const rows: TotalRow[] = []
  for (const statement of statementsFor(scope, asks, adding)) {
    for (const tuple of await tuplesOf<AnswerRow>(db, statement)) rows.push(fromRow(tuple))
  }
  return rows
}

/** A window that begins or ends within a month comes in parts: months, and the days around them. */
function joined(parts: readonly TotalRow[]): readonly TotalRow[] {
  const rows = new Map<string, TotalRow>()
  for (const part of parts) {
    const name = [part.ask, part.window, part.day, part.key, part.currency].join(' ')
    const { plus, minus, n } = rows.get(name) ?? { plus: 0n, minus: 0n, n: 0n }
    rows.set(name, { ...part, plus: plus + part.plus, minus: minus + part.minus, n: n + part.n })
  }
  return [...rows.values()]
}

/** Of the payees of each currency only so many, as the engine would have chosen them. */
function topOf(rows: readonly TotalRow[], asks: readonly TotalsAsk[]): readonly TotalRow[] {
  const sorted = rows.toSorted(
    (a, b) => descending(a.minus, b.minus) || descending(a.plus, b.plus) || descending(b.key, a.key),
  )
  const ranks = new Map<string, number>()
  return sorted.filter(({ ask, currency, n }) => {
    const asked = asks[ask]
    if (!asked || !('top' in asked)) return true
    if (n <= 0n) return false
    const rank = (ranks.get(`${ask} ${currency}`) ?? 0) + 1
    ranks.set(`${ask} ${currency}`, rank)
    return rank <= asked.top
  })
}

const descending = <Value extends bigint | string>(a: Value, b: Value) => (a > b ? -1 : a < b ? 1 : 0)

function fromRow([ask, window, day, key, name, currency, plus, minus, n]: AnswerRow): TotalRow {
  const row: Mutable<TotalRow> = {
    ask: Number(ask),
    window: Number(window),
    key,
    currency,
    plus: wholeOf(plus),
    minus: wholeOf(minus),
    n: wholeOf(n),
  }
  if (day !== null) row.day = day as Day
  if (name !== null) row.name = name
  return row
}

/** Half of them are nothing. A text by way of a number where that holds its digits: else reading it takes twice as long (measured). */
function wholeOf(value: AnswerRow[6]): bigint {
  if (value === '0') return 0n
  return typeof value === 'string' ? BigInt(value.length > 15 ? value : Number(value)) : BigInt(value)
}
