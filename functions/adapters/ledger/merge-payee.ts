import type { Transaction } from 'kysely'
import type { PayeeId } from '../../domain/ids.ts'
import { type Merges, rerouted, rootOf, withMerge, withoutMerge } from '../../domain/merges.ts'
import type { Refusal } from '../../domain/refusal.ts'
import { ok, refuse } from '../../domain/result.ts'
import type { Instant } from '../../ports/clock.ts'
import type { Payee } from '../../ports/payees.ts'
import type { LedgerScope } from '../../ports/scope.ts'
import { untouched, type Worked } from './lock.ts'
import { payeesBy, type StoredPayee, storedPayee } from './payee-rows.ts'
import { reroute } from './reroute.ts'
import type { LedgerTables } from './schema.ts'
import { renameInTerms } from './words.ts'

/** Makes an alias, or with undefined undoes it: aliases of an alias follow it there and back. */
export async function mergePayee(
  trx: Transaction<LedgerTables>,
  scope: LedgerScope,
  id: PayeeId,
  into: PayeeId | undefined,
  now: Instant,
): Promise<Worked<Payee, Refusal>> {
  const before = await storedPayee(trx, scope, id)
  if (!before) return refuse({ kind: 'not-found' })
  if (!into && !before.target) return refuse({ kind: 'not-merged' })
  const other = into && (await storedPayee(trx, scope, into))
  if (into && !other) return refuse({ kind: 'unknown-payee', pointer: '/into' })

  const around = await related(trx, scope, [before, ...(other ? [other] : [])])
  const merges: Merges<PayeeId> = new Map(
    [...around.values()].flatMap(({ payee, target }) => (target ? [[payee.id, target]] : [])),
  )
  const merged = into ? withMerge(merges, id, into) : ok(withoutMerge(merges, id))
  if (!merged.ok) return refuse({ ...merged.error, pointer: '/into' })
  const target = merged.value.get(id)
  if (target === before.target) return untouched(before.payee)

  const moves = rerouted(merges, merged.value)
  await reroute(trx, 'payees', scope, { id, target }, moves, now)
  const nameOf = (one: PayeeId) => around.get(one)?.payee.name ?? []
  const names = (one: PayeeId, root: PayeeId) => [nameOf(one), root === one ? [] : nameOf(root)].flat()
  for (const moved of moves.keys()) {
    const was = names(moved, rootOf(merges, moved))
    await renameInTerms(trx, scope.ledgerId, moved, was, names(moved, rootOf(merged.value, moved)))
  }

  const { mergedInto: _, ...payee } = before.payee
  const version = payee.version + (moves.has(id) ? 1 : 0)
  return ok({ ...payee, version, ...(target && { mergedInto: target }) })
}

/** These, what they are read as, and all that is read as one of them. */
async function related(
  trx: Transaction<LedgerTables>,
  scope: LedgerScope,
  payees: readonly StoredPayee[],
): Promise<ReadonlyMap<PayeeId, StoredPayee>> {
  const roots = [...new Set(payees.flatMap(({ payee }) => [payee.id, payee.mergedInto ?? payee.id]))]
  const others = await payeesBy(trx, scope, 'id', roots)
  const aliases = await payeesBy(trx, scope, 'merged_into', roots)
  const all = [...others, ...aliases]
  return new Map(all.map((stored) => [stored.payee.id, stored]))
}
