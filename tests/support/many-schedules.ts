import type { Kysely } from 'kysely'
import type { IdentityTables } from '../../functions/adapters/identity/schema.ts'
import { insertRows } from '../../functions/adapters/sql/insert.ts'

const padded = (n: number) => `01890000-0000-7000-8000-${String(n).padStart(12, '0')}`

/** Puts in that many schedules, of which the first `due` are due at `now`, a millisecond apart, and the others later. */
export async function manySchedules(
  db: Kysely<IdentityTables>,
  { all, due, now }: { readonly all: number; readonly due: number; readonly now: number },
): Promise<void> {
  const piece = 5_000
  for (let start = 0; start < all; start += piece) {
    const rows = Array.from({ length: Math.min(piece, all - start) }, (_, i) => rowOf(start + i, due, now))
    await db.transaction().execute((trx) => insertRows(trx, 'report_schedules', rows))
  }
}

function rowOf(n: number, due: number, now: number) {
  return {
    id: padded(n),
    user_id: padded(n),
    ledger_id: padded(n),
    kind: 'weekly' as const,
    rule: 'week:1',
    after_days: 1,
    send_hour: 9,
    display_zone: 'UTC',
    next_start: '2026-03-09',
    next_end: '2026-03-15',
    due_ms: n < due ? now - due + n : now + 1 + n,
    lease_owner: null,
    attempts: 0,
  }
}
