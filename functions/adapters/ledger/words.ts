import { sql, type Transaction as Trx } from 'kysely'
import { earliest } from '../../domain/day.ts'
import { fold } from '../../domain/fold.ts'
import type { LedgerId, PayeeId } from '../../domain/ids.ts'
import { termsOf } from '../../domain/terms.ts'
import { insertRows } from '../sql/insert.ts'
import { deleteRows } from './bulk.ts'
import type { LedgerTables, TagsTable, TermsTable } from './schema.ts'
import { splitsOf } from './splits.ts'
import type { Stored } from './stored.ts'

type Db = Trx<LedgerTables>

/** Brings what entries are found by, terms and tags, from what they were to what they are; what stays is not touched. */
export async function writeWords(
  db: Db,
  ledgerId: LedgerId,
  before: readonly Stored[],
  after: readonly Stored[],
): Promise<void> {
  const terms = exchange(
    before.flatMap((stored) => termRows(ledgerId, stored)),
    after.flatMap((stored) => termRows(ledgerId, stored)),
  )
  await deleteRows(db, 'terms', terms.gone)
  await insertRows(db, 'terms', terms.come)

  const tags = exchange(
    before.flatMap((stored) => tagRows(ledgerId, stored)),
    after.flatMap((stored) => tagRows(ledgerId, stored)),
  )
  await deleteRows(db, 'tags', tags.gone)
  await insertRows(db, 'tags', tags.come)
}

/**
 * For a payee that was renamed, or merged and back: brings the terms of its entries to the names that it has now.
 * `before` and `after` are its own name and, where it is merged, that of the other: both find the entry.
 */
export async function renameInTerms(
  db: Db,
  ledgerId: LedgerId,
  payeeId: PayeeId,
  before: readonly string[],
  after: readonly string[],
): Promise<void> {
  for (let last = { day: earliest as string, id: '' }; ; ) {
    const some = await textsOf(db, ledgerId, payeeId, last)
    const rows = (names: readonly string[]) =>
      some.flatMap(({ day, id, texts }) =>
        termsOf(...names, ...texts).map((term) => ({ ledger_id: ledgerId, term, day, tx_id: id })),
      )
    const { gone, come } = exchange(rows(before), rows(after))
    await deleteRows(db, 'terms', gone)
    await insertRows(db, 'terms', come)
    const next = some.at(-1)
    if (!next || some.length < atOnce) return
    last = next
  }
}

const atOnce = 500

/** What tags are told apart by, cut to what the column holds. No key ends in a space, which MySQL ignores. */
export const tagKey = (tag: string): string => [...fold(tag)].slice(0, 160).join('').trimEnd()

/** The words that an entry is found by: of its payee's names and of its notes. */
export function termsIn({ entry, payeeNames }: Stored): readonly string[] {
  const notes = [entry.note, ...entry.splits.map(({ note }) => note)].filter((note) => note !== undefined)
  return termsOf(...payeeNames, ...notes)
}

function termRows(ledgerId: LedgerId, stored: Stored): TermsTable[] {
  const { id, day } = stored.entry
  return termsIn(stored).map((term) => ({ ledger_id: ledgerId, term, day, tx_id: id }))
}

/** Tags that fold to the same key are one to search by. */
function tagRows(ledgerId: LedgerId, { entry }: Stored): TagsTable[] {
  const byKey = new Map(entry.tags.map((tag) => [tagKey(tag), tag]))
  return [...byKey].map(([tag_key, tag]) => ({ ledger_id: ledgerId, tag_key, day: entry.day, tx_id: entry.id, tag }))
}

interface Texts {
  readonly id: string
  readonly day: string
  readonly texts: readonly string[]
}

/** The notes of a payee's entries after the last one, by (day, id). */
async function textsOf(
  db: Db,
  ledgerId: LedgerId,
  payeeId: PayeeId,
  last: { readonly day: string; readonly id: string },
): Promise<readonly Texts[]> {
  const { rows } = await sql<{ id: string; day: string; note: string | null; split_count: bigint | number }>`
    select t.id, t.day, t.note, t.split_count from ${sql.table('lines')} l
    join transactions t on t.ledger_id = l.ledger_id and t.id = l.tx_id
    where l.ledger_id = ${ledgerId} and l.payee_id = ${payeeId} and l.n = 0
    and l.day >= ${last.day} and (l.day > ${last.day} or l.tx_id > ${last.id})
    order by l.day, l.tx_id limit ${atOnce}`.execute(db)
  const splits = await splitsOf(db, ledgerId, rows)
  return rows.map(({ id, day, note }) => {
    const notes = [note, ...(splits.get(id) ?? []).map((split) => split.note)]
    return { id, day, texts: notes.filter((text) => typeof text === 'string') }
  })
}

function exchange<Row extends object>(before: readonly Row[], after: readonly Row[]) {
  if (before.length === 0) return { gone: before, come: after }
  const name = (row: Row) => Object.values(row).join('\n')
  const were = new Set(before.map(name))
  const are = new Set(after.map(name))
  return { gone: before.filter((row) => !are.has(name(row))), come: after.filter((row) => !were.has(name(row))) }
}
