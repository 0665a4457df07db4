import type { Kysely } from 'kysely'
import type { LedgerScope } from '../../ports/scope.ts'
import { insertRows } from '../sql/insert.ts'
import type { LedgerTables, OriginsTable } from './schema.ts'

type Db = Kysely<LedgerTables>

/** A row of one of these lists; entries keep what they were made from themselves. */
export interface Made {
  readonly list: OriginsTable['list']
  readonly id: string
}

/**
 * Whether a row that is there already was made from this body, whatever has become of it since: a repeat. Without a body,
 * or for a row that was not made from one (a preset, a payee that an entry named), `isAlike` tells.
 */
export async function isRepeat(
  db: Db,
  { ledgerId }: LedgerScope,
  { list, id }: Made,
  bodyHash: string | undefined,
  isAlike: boolean,
): Promise<boolean> {
  if (bodyHash === undefined) return isAlike
  const origin = await db
    .selectFrom('origins')
    .select('body_hash')
    .where('ledger_id', '=', ledgerId)
    .where('list', '=', list)
    .where('row_id', '=', id)
    .executeTakeFirst()
  return origin ? origin.body_hash === bodyHash : isAlike
}

export async function noteOrigin(db: Db, { ledgerId }: LedgerScope, { list, id }: Made, bodyHash: string | undefined) {
  if (bodyHash === undefined) return
  await insertRows(db, 'origins', [{ ledger_id: ledgerId, list, row_id: id, body_hash: bodyHash }])
}

/** With its row: what is made under the same id later is another row. */
export async function forgetOrigin(db: Db, { ledgerId }: LedgerScope, { list, id }: Made): Promise<void> {
  await db
    .deleteFrom('origins')
    .where('ledger_id', '=', ledgerId)
    .where('list', '=', list)
    .where('row_id', '=', id)
    .execute()
}
