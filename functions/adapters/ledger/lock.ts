import { CompiledQuery, type Kysely, type Transaction } from 'kysely'
import type { LedgerId } from '../../domain/ids.ts'
import type { Refusal } from '../../domain/refusal.ts'
import { ok, type Result, refuse } from '../../domain/result.ts'
import { retrying } from '../sql/transaction.ts'
import type { LedgerTables } from './schema.ts'

/** What a write hands back: `untouched` when all was as asked before, so that nothing is to be kept. */
export type Worked<T, E> = Result<T, E> & { readonly untouched?: true }

/**
 * Every write to a ledger: one transaction whose first statement raises the revision and so takes the ledger's lock.
 * Refused or untouched, it is rolled back, and the revision stays. Run again when the engine gave it up, so `work` may
 * run more than once and does nothing but ask this database.
 */
export async function inLedger<T, E>(
  db: Kysely<LedgerTables>,
  ledgerId: LedgerId,
  work: (trx: Transaction<LedgerTables>) => Promise<Worked<T, E>>,
): Promise<Result<T, E | Refusal>> {
  let answer: Result<T, E | Refusal> | undefined
  const locked = async (trx: Transaction<LedgerTables>) => {
    const done = (await raised(trx, ledgerId)) ? await work(trx) : refuse<Refusal>({ kind: 'not-found' })
    if (done.ok && !('untouched' in done)) return done
    answer = done.ok ? ok(done.value) : done
    throw takenBack
  }
  try {
    return await retrying({ random: Math.random }, () => db.transaction().execute(locked))
  } catch (error) {
    if (error === takenBack && answer) return answer
    throw error
  }
}

/** Only what is thrown rolls a transaction back. */
const takenBack = new Error('Taken back')

/** Nothing to write: the row is already what was asked for. */
export function untouched<T>(value: T): { readonly ok: true; readonly value: T; readonly untouched: true } {
  return { ok: true, value, untouched: true }
}

/** False when the ledger is gone, since its owner left. */
async function raised(trx: Transaction<LedgerTables>, ledgerId: LedgerId): Promise<boolean> {
  const { numAffectedRows } = await trx.executeQuery(CompiledQuery.raw(raise, [ledgerId]))
  return numAffectedRows === 1n
}

const raise = 'update ledgers set revision = revision + 1 where id = ?'
