import { type Kysely, sql } from 'kysely'
import type { Day } from '../../domain/day.ts'
import type { LedgerScope } from '../../ports/scope.ts'
import type { TotalRow, Totals, TotalsAsk, TotalsReads } from '../../ports/totals.ts'
import { checkLedger } from './check.ts'
import { largestEntries } from './largest.ts'
import type { LedgerTables } from './schema.ts'
import { type AnswerRow, answerTo } from './totals-asks.ts'

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

    check: ({ ledgerId }) => checkLedger(db, ledgerId),
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
  const selects = asks.flatMap((ask, place) => answerTo(scope, ask, place))
  if (selects.length === 0) return []

  const { rows } = await sql<AnswerRow>`${sql.join(selects, sql` union all `)}`.execute(db)
  return joined(rows.map(fromRow))
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

function fromRow(row: AnswerRow): TotalRow {
  return {
    ask: Number(row.ask),
    window: Number(row.place),
    ...(row.day !== null && { day: row.day as Day }),
    key: row.key_id,
    ...(row.name !== null && { name: row.name }),
    currency: row.currency,
    plus: BigInt(row.plus),
    minus: BigInt(row.minus),
    n: BigInt(row.n),
  }
}
