import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { LedgerId } from '../../domain/ids.ts'
import { type EntryRow, entrySelect } from './rows.ts'
import type { LedgerTables } from './schema.ts'
import { splitsOf } from './splits.ts'
import { type Stored, storedFrom } from './stored.ts'
import { type AlsoTerms, latestIn, type Place, type Stream, type Window, within } from './streams.ts'

type Db = Kysely<LedgerTables>
type Conditions = readonly RawBuilder<unknown>[]

/** Looks at up to `size` entries in the window, newest first, and hands out those that meet the conditions. */
export type Source = (window: Window, size: number) => Promise<Chunk>

export interface Chunk {
  readonly entries: readonly Stored[]
  /** Where to go on; absent at the end. */
  readonly last?: Place | undefined
}

export function allEntries(db: Db, ledgerId: LedgerId, conditions: Conditions): Source {
  return async (window, size) => {
    const inWindow = within(window, sql.ref('t.day'), sql.ref('t.id'))
    const rows = await read(db, ledgerId, conditions, sql`${inWindow} order by t.day desc, t.id desc limit ${size}`)
    const last = rows.length < size ? undefined : rows.at(-1)?.entry
    return { entries: rows, last }
  }
}

export function inStreams(
  db: Db,
  ledgerId: LedgerId,
  streams: readonly Stream[],
  conditions: Conditions,
  also: AlsoTerms = [],
): Source {
  return async (window, size) => {
    const { places, last } = await latestIn(db, ledgerId, streams, also, window, size)
    return { entries: await readAt(db, ledgerId, places, conditions), last }
  }
}

/** For places that are known, newest first. */
export function atPlaces(db: Db, ledgerId: LedgerId, places: readonly Place[], conditions: Conditions): Source {
  return async ({ after }, size) => {
    const rest = places.filter((place) => !after || isBehind(place, after))
    const some = rest.slice(0, size)
    const last = some.length < rest.length ? some.at(-1) : undefined
    return { entries: await readAt(db, ledgerId, some, conditions), last }
  }
}

const isBehind = (place: Place, after: Place) =>
  place.day < after.day || (place.day === after.day && place.id < after.id)

async function readAt(
  db: Db,
  ledgerId: LedgerId,
  places: readonly Place[],
  conditions: Conditions,
): Promise<readonly Stored[]> {
  if (places.length === 0) return []
  const ids = sql.join(places.map(({ id }) => id))
  const found = await read(db, ledgerId, conditions, sql`and t.id in (${ids})`)
  const byId = new Map(found.map((stored) => [stored.entry.id, stored]))
  return places.flatMap(({ id }) => byId.get(id) ?? [])
}

async function read(
  db: Db,
  ledgerId: LedgerId,
  conditions: Conditions,
  rest: RawBuilder<unknown>,
): Promise<readonly Stored[]> {
  const all = conditions.map((condition) => sql`and ${condition}`)
  const { rows } = await sql<EntryRow>`
    ${entrySelect} where t.ledger_id = ${ledgerId} ${sql.join(all, sql` `)} ${rest}`.execute(db)
  const splits = await splitsOf(db, ledgerId, rows)
  return rows.map((row) => storedFrom(row, splits.get(row.id)))
}
