import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Day } from '../../domain/day.ts'
import type { LedgerId } from '../../domain/ids.ts'
import type { After } from '../../ports/transactions.ts'
import { united } from '../sql/united.ts'
import type { LedgerTables } from './schema.ts'

/**
 * An index that holds entries by (day, id) under one value: its latest are read from its end, however many there are.
 * Each index here is (ledger_id, column, day, id).
 */
export type Stream =
  | { readonly table: 'lines'; readonly column: 'category_id'; readonly value: string | null }
  | { readonly table: 'lines'; readonly column: 'account_id' | 'payee_id'; readonly value: string }
  | { readonly table: 'transactions'; readonly column: 'to_account_id'; readonly value: string }
  | { readonly table: 'tags'; readonly column: 'tag_key'; readonly value: string }
  | { readonly table: 'terms'; readonly column: 'term'; readonly value: string }

/** The days that a list is about, and the place that it goes on from. */
export interface Window {
  readonly from?: Day
  readonly to?: Day
  readonly after?: After | undefined
}

/** Where an entry stands in the order of lists. */
export type Place = After

/** For each list an entry has to have one of its terms. */
export type AlsoTerms = readonly (readonly string[])[]

/**
 * Of the `limit` latest places in any of the streams those that have the other terms too, each once; `last` is where to
 * go on. The terms are looked up by place: nothing is read of an entry that has only some of them.
 */
export async function latestIn(
  db: Kysely<LedgerTables>,
  ledgerId: LedgerId,
  streams: readonly Stream[],
  also: AlsoTerms,
  window: Window,
  limit: number,
): Promise<{ readonly places: readonly Place[]; readonly last: Place | undefined }> {
  const all: Head[] = []
  for (const heads of united(streams.map((stream) => [headOf(ledgerId, stream, also, window, limit)]))) {
    const { rows } = await sql<Head>`
      ${sql.join(heads, sql` union all `)} order by day desc, id desc limit ${limit}`.execute(db)
    all.push(...rows)
  }
  const rows = all.toSorted(newestFirst).slice(0, limit)
  const places = rows.filter(({ id, met }, n) => Number(met) === 1 && rows[n - 1]?.id !== id)
  return { places, last: rows.length < limit ? undefined : rows.at(-1) }
}

interface Head extends Place {
  readonly met: bigint | number | string
}

/** Each statement is in this order; several together are not. */
function newestFirst(a: Place, b: Place): number {
  if (a.day !== b.day) return a.day < b.day ? 1 : -1
  return a.id === b.id ? 0 : a.id < b.id ? 1 : -1
}

function headOf(
  ledgerId: LedgerId,
  { table, column, value }: Stream,
  also: AlsoTerms,
  window: Window,
  limit: number,
): RawBuilder<unknown> {
  const id = sql.ref(table === 'transactions' ? 'id' : 'tx_id')
  const named = value === null ? sql`${sql.ref(column)} is null` : sql`${sql.ref(column)} = ${value}`
  const met = also.map(
    (terms) => sql`exists (select 1 from terms x where x.ledger_id = ${ledgerId} and x.term in (${sql.join(terms)})
      and x.day = head.day and x.tx_id = head.id)`,
  )
  return sql`select day, id, ${met.length > 0 ? sql.join(met, sql` and `) : sql`1`} as met from (
    select day, ${id} as id from ${sql.table(table)} where ledger_id = ${ledgerId} and ${named}
    ${within(window, sql.ref('day'), id)} order by day desc, ${id} desc limit ${limit}) head`
}

/** The window as conditions; the first on the day alone, for a range of an index. */
export function within(
  { from, to, after }: Window,
  day: RawBuilder<unknown>,
  id: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const conditions = [
    from && sql`and ${day} >= ${from}`,
    to && sql`and ${day} <= ${to}`,
    after && sql`and ${day} <= ${after.day} and (${day} < ${after.day} or ${id} < ${after.id})`,
  ]
  return sql.join(
    conditions.filter((condition) => condition !== undefined),
    sql` `,
  )
}
