import { sql, type Transaction } from 'kysely'
import type { Instant } from '../../ports/clock.ts'
import type { LedgerScope } from '../../ports/scope.ts'
import type { LedgerTables } from './schema.ts'

/** Writes the step that a row takes, or takes no more, and where it and all that follows it are read from now on. */
export async function reroute(
  trx: Transaction<LedgerTables>,
  table: 'categories' | 'payees',
  { ledgerId }: LedgerScope,
  step: { readonly id: string; readonly target: string | undefined },
  moves: ReadonlyMap<string, string | undefined>,
  now: Instant,
): Promise<void> {
  const own = sql`ledger_id = ${ledgerId}`
  const { id, target = null } = step
  await sql`update ${sql.table(table)} set merge_target = ${target} where ${own} and id = ${id}`.execute(trx)

  for (const into of new Set(moves.values())) {
    const ids = [...moves].filter(([, to]) => to === into).map(([from]) => from)
    for (let start = 0; start < ids.length; start += atOnce) {
      await sql`update ${sql.table(table)} set merged_into = ${into ?? null}, version = version + 1, touched_ms = ${now}
        where ${own} and id in (${sql.join(ids.slice(start, start + atOnce))})`.execute(trx)
    }
  }
}

const atOnce = 500
