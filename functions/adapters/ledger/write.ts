import type { Transaction as Trx } from 'kysely'
import { between, type Delta, gather } from '../../domain/contributions.ts'
import type { LedgerId } from '../../domain/ids.ts'
import type { Refusal } from '../../domain/refusal.ts'
import { ok, type Result, refuse } from '../../domain/result.ts'
import type { Instant } from '../../ports/clock.ts'
import type { LedgerScope } from '../../ports/scope.ts'
import { isOverflow } from '../sql/errors.ts'
import { insertRows } from '../sql/insert.ts'
import { run } from '../sql/piece.ts'
import { addTo } from '../sql/upsert.ts'
import type { KnownPayee } from './book.ts'
import { among, deleteAmong } from './bulk.ts'
import { entryRow, lineRows } from './entry-rows.ts'
import { nameKey } from './name-key.ts'
import type { Step } from './plan.ts'
import type { LedgerTables } from './schema.ts'
import type { Stored } from './stored.ts'
import { takeOut, throwAway } from './trash.ts'
import { writeWords } from './words.ts'

type Db = Trx<LedgerTables>

/**
 * The one place that writes entries, their lines and totals, so that these can never part: all that the steps change,
 * each table in one statement. Returns what was added to totals. Runs under the ledger's lock.
 */
export async function write(
  db: Db,
  scope: LedgerScope,
  steps: readonly Step[],
  newPayees: readonly KnownPayee[],
  now: Instant,
): Promise<Result<readonly Delta[], Refusal>> {
  const { ledgerId } = scope
  const before = steps.flatMap((step) => step.before ?? [])
  const after = steps.flatMap((step) => step.after ?? [])
  const gone = steps.filter(({ outcome }) => outcome === 'deleted').flatMap((step) => step.before ?? [])
  const back = steps.filter(({ outcome }) => outcome === 'restored').map(({ id }) => id)

  await writePayees(db, ledgerId, newPayees, now)
  await writeEntries(db, ledgerId, before, after, now)
  await writeWords(db, ledgerId, before, after)
  await throwAway(db, scope, gone, now)
  await takeOut(db, ledgerId, back)

  const deltas = gather(steps.flatMap((step) => between(step.before?.entry, step.after?.entry)))
  try {
    await writeTotals(db, ledgerId, deltas, now)
    await writeBalances(db, ledgerId, deltas)
  } catch (error) {
    if (isOverflow(error)) return refuse<Refusal>({ kind: 'total-too-large' })
    throw error
  }
  return ok(deltas)
}

async function writePayees(db: Db, ledgerId: LedgerId, payees: readonly KnownPayee[], now: Instant): Promise<void> {
  const rest = {
    ledger_id: ledgerId,
    version: 1,
    merged_into: null,
    merge_target: null,
    created_ms: now,
    touched_ms: now,
  }
  await insertRows(
    db,
    'payees',
    payees.map(({ id, name }) => ({ ...rest, id, name, name_key: nameKey(name) })),
  )
}

/** What was goes whole, what is comes whole. */
async function writeEntries(
  db: Db,
  ledgerId: LedgerId,
  before: readonly Stored[],
  after: readonly Stored[],
  now: Instant,
): Promise<void> {
  const ids = before.map(({ entry }) => entry.id)
  await deleteAmong(db, 'transactions', 'id', ledgerId, ids)
  await deleteAmong(db, 'lines', 'tx_id', ledgerId, ids)
  await insertRows(
    db,
    'transactions',
    after.map((stored) => entryRow(ledgerId, stored, now)),
  )
  await insertRows(
    db,
    'lines',
    after.flatMap(({ entry }) => lineRows(ledgerId, entry)),
  )
}

async function writeTotals(db: Db, ledgerId: LedgerId, deltas: readonly Delta[], now: Instant): Promise<void> {
  await addTo(
    db,
    'totals',
    ['ledger_id', 'face', 'grain', 'start', 'key_id', 'currency'],
    deltas.map(({ face, grain, start, key, currency, plus, minus, n }) => ({
      ledger_id: ledgerId,
      face,
      grain,
      start,
      key_id: key,
      currency,
      plus,
      minus,
      n,
      touched_ms: now,
    })),
    ['touched_ms'],
  )
}

/** Every account moves by what flowed in and out of it, all in one statement. */
async function writeBalances(db: Db, ledgerId: LedgerId, deltas: readonly Delta[]): Promise<void> {
  const moves = new Map<string, bigint>()
  for (const { face, grain, key, plus, minus } of deltas) {
    if (face === 'account' && grain === 'm') moves.set(key, (moves.get(key) ?? 0n) + plus - minus)
  }
  const moved = [...moves].filter(([, move]) => move !== 0n)
  if (moved.length === 0) return

  const { text, values } = among(moved.map(([id]) => id))
  const cases = moved.map(() => 'when ? then ?').join(' ')
  const matched = await run(db, {
    text: `update accounts set balance = balance + case id ${cases} else 0 end where ledger_id = ? and id in ${text}`,
    values: [...moved.flat(), ledgerId, ...values],
  })
  if (matched !== BigInt(moved.length)) throw new Error('An entry names an account that is not there.')
}
