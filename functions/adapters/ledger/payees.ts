import type { Kysely, Transaction } from 'kysely'
import { isOther } from '../../domain/if-version.ts'
import type { Refusal } from '../../domain/refusal.ts'
import { ok, refuse } from '../../domain/result.ts'
import type { Added } from '../../ports/accounts.ts'
import type { Instant } from '../../ports/clock.ts'
import type { Payee, Payees } from '../../ports/payees.ts'
import type { LedgerScope } from '../../ports/scope.ts'
import { listPayees } from './list-payees.ts'
import { inLedger, untouched } from './lock.ts'
import { mergePayee } from './merge-payee.ts'
import { nameKey, unlessTaken } from './name-key.ts'
import { forgetOrigin, isRepeat, noteOrigin } from './origins.ts'
import { payeesBy, storedPayee } from './payee-rows.ts'
import type { LedgerTables } from './schema.ts'
import { payeeIsUsed } from './used.ts'
import { renameInTerms } from './words.ts'

export function sqlPayees(db: Kysely<LedgerTables>): Payees {
  return {
    list: (scope, ask) => listPayees(db, scope, ask),

    find: async (scope, id) => (await storedPayee(db, scope, id))?.payee,

    add: (scope, id, name, now, bodyHash) =>
      inLedger<Added<Payee>, Refusal>(db, scope.ledgerId, async (trx) => {
        const known = (await storedPayee(trx, scope, id))?.payee
        const made = { list: 'payees', id } as const
        if (known && (await isRepeat(trx, scope, made, bodyHash, known.name === name)))
          return untouched({ row: known, outcome: 'same' })
        if (known) return refuse({ kind: 'precondition-required' })

        const row = { id, version: 1, name }
        const rest = { ledger_id: scope.ledgerId, name_key: nameKey(name), created_ms: now, touched_ms: now }
        const insert = trx.insertInto('payees').values({ ...row, ...rest, merged_into: null, merge_target: null })
        const added = await unlessTaken<Added<Payee>>({ row, outcome: 'added' }, insert.execute())
        if (added.ok) await noteOrigin(trx, scope, made, bodyHash)
        return added
      }),

    rename: (scope, id, ifVersion, name, now) =>
      inLedger<Payee, Refusal>(db, scope.ledgerId, async (trx) => {
        const before = (await storedPayee(trx, scope, id))?.payee
        if (!before) return refuse({ kind: 'not-found' })
        if (isOther(ifVersion, before.version)) return refuse({ kind: 'version-mismatch' })
        if (before.name === name) return untouched(before)

        const after = { ...before, name, version: before.version + 1 }
        const written = await unlessTaken(after, write(trx, scope, after, now))
        if (written.ok && nameKey(name) !== nameKey(before.name)) await search(trx, scope, before, after)
        return written
      }),

    merge: (scope, id, into, now) =>
      inLedger<Payee, Refusal>(db, scope.ledgerId, (trx) => mergePayee(trx, scope, id, into, now)),

    remove: (scope, id, ifVersion) =>
      inLedger<undefined, Refusal>(db, scope.ledgerId, async (trx) => {
        const payee = (await storedPayee(trx, scope, id))?.payee
        if (!payee) return untouched(undefined)
        if (isOther(ifVersion, payee.version)) return refuse({ kind: 'version-mismatch' })
        const aliases = await payeesBy(trx, scope, 'merged_into', [payee.mergedInto ?? id])
        const leantOn = aliases.some(({ target }) => target === id)
        if (leantOn || (await payeeIsUsed(trx, scope, id))) return refuse({ kind: 'in-use' })

        await trx.deleteFrom('payees').where('ledger_id', '=', scope.ledgerId).where('id', '=', id).execute()
        await forgetOrigin(trx, scope, { list: 'payees', id })
        return ok(undefined)
      }),
  }
}

async function write(trx: Transaction<LedgerTables>, scope: LedgerScope, { id, version, name }: Payee, now: Instant) {
  await trx
    .updateTable('payees')
    .set({ version, name, name_key: nameKey(name), touched_ms: now })
    .where('ledger_id', '=', scope.ledgerId)
    .where('id', '=', id)
    .execute()
}

/** Entries are found by their payee's own name and by that of the payee it is merged into. */
async function search(trx: Transaction<LedgerTables>, scope: LedgerScope, before: Payee, after: Payee): Promise<void> {
  const into = before.mergedInto && (await storedPayee(trx, scope, before.mergedInto))?.payee
  const rest = into ? [into.name] : []
  await renameInTerms(trx, scope.ledgerId, before.id, [before.name, ...rest], [after.name, ...rest])

  for (const { payee } of await payeesBy(trx, scope, 'merged_into', [before.id])) {
    await renameInTerms(trx, scope.ledgerId, payee.id, [payee.name, before.name], [payee.name, after.name])
  }
}
