import type { Kysely } from 'kysely'
import { queryTerms } from '../../domain/terms.ts'
import type { Transaction } from '../../domain/transaction.ts'
import type { LedgerScope } from '../../ports/scope.ts'
import type { After, Filter, Slice } from '../../ports/transactions.ts'
import { narrowings } from './filter.ts'
import type { LedgerTables } from './schema.ts'
import { find } from './search.ts'
import { allEntries, atPlaces, inStreams, type Source } from './sources.ts'
import type { Stored } from './stored.ts'
import type { Window } from './streams.ts'
import { termsIn } from './words.ts'

type Db = Kysely<LedgerTables>

/**
 * A page of entries, the newest day first. Reads from the narrowest index at hand and checks the rest of the filter on
 * what it finds there, chunk by chunk until the page is full or `mostLooked` places were looked at: the whole is never
 * sorted, and never read.
 */
export async function list(
  db: Db,
  scope: LedgerScope,
  filter: Filter,
  after: After | undefined,
  limit: number,
  mostLooked: number,
): Promise<Slice> {
  const prefixes = filter.text === undefined ? [] : queryTerms(filter.text)
  if (filter.text !== undefined && prefixes.length === 0) return { entries: [] }

  const days = { ...(filter.from && { from: filter.from }), ...(filter.to && { to: filter.to }) }
  const source = await sourceFor(db, scope, filter, prefixes, { ...days, after })
  if (!source) return { entries: [] }

  const page: Transaction[] = []
  let from = after
  let looked = 0
  // one more than is shown tells whether there is more
  for (let size = limit + 1; ; size = Math.min(size * 2, mostAtOnce, Math.max(mostLooked - looked, 1))) {
    const { entries, last } = await source({ ...days, after: from }, size)
    for (const stored of entries) if (meets(stored, prefixes)) page.push(stored.entry)
    looked += size
    const shown = page.slice(0, limit)
    if (page.length > limit) return { entries: shown, ...nextAfter(shown.at(-1)) }
    if (!last) return { entries: shown }
    if (looked >= mostLooked) return { entries: shown, ...nextAfter(last) }
    from = last
  }
}

const nextAfter = (place: After | undefined) => place && { next: { day: place.day, id: place.id } }

const mostAtOnce = 512

/** Rare words first, then what an index holds by itself, then common words, then all there is. */
async function sourceFor(
  db: Db,
  { ledgerId }: LedgerScope,
  filter: Filter,
  prefixes: readonly string[],
  window: Window,
): Promise<Source | undefined> {
  const narrow = await narrowings(db, ledgerId, filter)
  const found = prefixes.length > 0 ? await find(db, ledgerId, prefixes, window) : undefined
  if (!narrow || found?.by === 'nothing') return undefined

  const conditions = narrow.map(({ condition }) => condition)
  if (found?.by === 'places') return atPlaces(db, ledgerId, found.places, conditions)

  const indexed = narrow.find(({ streams }) => streams)
  if (indexed?.streams) {
    const rest = conditions.filter((condition) => condition !== indexed.condition)
    return inStreams(db, ledgerId, indexed.streams, rest)
  }
  if (found?.by === 'streams') return inStreams(db, ledgerId, found.streams, conditions, found.also)
  return allEntries(db, ledgerId, conditions)
}

/** Every word asked for begins one of the entry's. */
function meets(stored: Stored, prefixes: readonly string[]): boolean {
  if (prefixes.length === 0) return true
  const terms = termsIn(stored)
  return prefixes.every((prefix) => terms.some((term) => term.startsWith(prefix)))
}
