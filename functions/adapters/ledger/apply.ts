import type { Transaction as Trx } from 'kysely'
import { ok, refuse } from '../../domain/result.ts'
import type { Instant } from '../../ports/clock.ts'
import type { Ids } from '../../ports/ids.ts'
import type { LedgerScope } from '../../ports/scope.ts'
import type { Applied, Change, ChangeRefusal } from '../../ports/transactions.ts'
import { noteAlerts } from './alerts.ts'
import { openBook } from './book.ts'
import { untouched, type Worked } from './lock.ts'
import { draftFor, plan, type Step } from './plan.ts'
import type { LedgerTables } from './schema.ts'
import { type Standing, standingOf } from './standing.ts'
import { write } from './write.ts'

type Applying = Worked<readonly Applied[], ChangeRefusal>

/** The write door: reads how things stand, decides every change, then writes all of them or none. */
export async function apply(
  trx: Trx<LedgerTables>,
  scope: LedgerScope,
  changes: readonly Change[],
  now: Instant,
  ids: Ids,
): Promise<Applying> {
  const firsts = new Map(changes.map(({ id }, n) => [id, n] as const).reverse())
  const twice = changes.findIndex(({ id }, n) => firsts.get(id) !== n)
  if (twice >= 0) return refuse({ kind: 'duplicate-id', pointer: '/id', change: twice })

  const standings = await standingOf(
    trx,
    scope.ledgerId,
    changes.map(({ id }) => id),
  )
  const asked = changes.map((change) => {
    const standing = standings.get(change.id) ?? {}
    return { change, standing, draft: draftFor(change, standing) }
  })
  const drafts = asked.flatMap(({ draft }) => draft ?? [])
  const payeesBack = asked.flatMap(({ change, standing }) => (change.do === 'restore' ? payeeIn(standing) : []))
  const book = await openBook(trx, scope.ledgerId, drafts, payeesBack, ids)

  const steps: Step[] = []
  for (const [n, { change, standing, draft }] of asked.entries()) {
    const step = plan(change, standing, draft, book, now)
    if (!step.ok) return refuse({ ...step.error, change: n })
    steps.push(step.value)
  }
  const moving = steps.filter(({ before, after }) => before !== after)
  if (moving.length === 0) return untouched(steps.map(applied))

  const deltas = await write(trx, scope, moving, book.newPayees, now)
  if (!deltas.ok) return refuse({ ...deltas.error, change: largest(steps) })
  if (book.hasBudgets) await noteAlerts(trx, scope, deltas.value, now)
  return ok(steps.map(applied))
}

const payeeIn = ({ trashed }: Standing) => trashed?.entry.payee?.id ?? []

function applied({ id, outcome, after }: Step): Applied {
  return { id, outcome, ...(after && { entry: after.entry }) }
}

/** Where a total has become too large, this is the change to look at. */
function largest(steps: readonly Step[]): number {
  const amounts = steps.map(({ after }) => after?.entry.amount ?? 0n)
  return amounts.reduce((most, amount, n) => (amount > (amounts[most] ?? 0n) ? n : most), 0)
}
