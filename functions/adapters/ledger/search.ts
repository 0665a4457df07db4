import { type Kysely, sql } from 'kysely'
import type { LedgerId } from '../../domain/ids.ts'
import type { LedgerTables } from './schema.ts'
import type { AlsoTerms, Place, Stream, Window } from './streams.ts'
import { within } from './streams.ts'

/** How the words of a search are best met: by places that are read already, by streams, or by looking at all entries. */
export type Found =
  | { readonly by: 'places'; readonly places: readonly Place[] }
  | { readonly by: 'streams'; readonly streams: readonly Stream[]; readonly also: AlsoTerms }
  | { readonly by: 'nothing' }
  | { readonly by: 'looking' }

/**
 * Counts, to a bound, what each prefix would leave, and reads the rarest. Whoever asks still checks all prefixes on
 * what is found. Rows read are bounded: by `few` for each prefix, and then by what the page holds.
 */
export async function find(
  db: Kysely<LedgerTables>,
  ledgerId: LedgerId,
  prefixes: readonly string[],
  window: Window,
): Promise<Found> {
  const telling = prefixes.toSorted((a, b) => b.length - a.length).slice(0, mostCounted)
  const counts = await countsOf(db, ledgerId, telling)
  const [rarest, ...others] = counts.toSorted((a, b) => a.count - b.count)
  if (!rarest || rarest.count === 0) return { by: 'nothing' }
  if (rarest.count <= few) return { by: 'places', places: await placesOf(db, ledgerId, rarest.prefix, window) }

  const terms = await termsUnder(db, ledgerId, rarest.prefix)
  if (terms.length > mostTerms) return { by: 'looking' }
  const also: (readonly string[])[] = []
  for (const { prefix } of others.slice(0, mostAlso)) {
    const some = await termsUnder(db, ledgerId, prefix)
    if (some.length <= mostTerms) also.push(some)
  }
  return { by: 'streams', streams: terms.map((value) => ({ table: 'terms', column: 'term', value })), also }
}

const few = 300
const mostCounted = 6
/** A prefix of so many words is met by most entries: reading these in order finds enough soon. */
const mostTerms = 12
/** Two more words leave little. */
const mostAlso = 2

/** The text after all that begin with the prefix. */
const beyond = (prefix: string) => `${prefix}\u{10ffff}`

async function countsOf(db: Kysely<LedgerTables>, ledgerId: LedgerId, prefixes: readonly string[]) {
  const selects = prefixes.map(
    (prefix, n) => sql`select ${n} as n, count(*) as found from (select 1 from terms where ledger_id = ${ledgerId}
      and term >= ${prefix} and term < ${beyond(prefix)} limit ${few + 1}) some`,
  )
  const { rows } = await sql<{ n: bigint | string; found: bigint | string }>`
    ${sql.join(selects, sql` union all `)}`.execute(db)
  return rows.map(({ n, found }) => ({ prefix: prefixes[Number(n)] ?? '', count: Number(found) }))
}

/** Newest first, as lists are. */
async function placesOf(db: Kysely<LedgerTables>, ledgerId: LedgerId, prefix: string, window: Window) {
  const { rows } = await sql<Place>`
    select distinct day, tx_id as id from terms where ledger_id = ${ledgerId}
    and term >= ${prefix} and term < ${beyond(prefix)} ${within(window, sql.ref('day'), sql.ref('tx_id'))}
    order by day desc, id desc`.execute(db)
  return rows
}

/**
 * The words that begin so, one more than the most at most: each is one step on the index, however many rows have it. As
 * a recursive query MariaDB reads all of them.
 */
async function termsUnder(db: Kysely<LedgerTables>, ledgerId: LedgerId, prefix: string): Promise<readonly string[]> {
  const terms: string[] = []
  for (let next = sql`term >= ${prefix}`; terms.length <= mostTerms; ) {
    const { rows } = await sql<{ term: string }>`
      select term from terms where ledger_id = ${ledgerId} and ${next} and term < ${beyond(prefix)}
      order by term limit 1`.execute(db)
    const [found] = rows
    if (!found) break
    terms.push(found.term)
    next = sql`term > ${found.term}`
  }
  return terms
}
