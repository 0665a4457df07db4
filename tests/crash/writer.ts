// Writes to a ledger until it is killed, and says on its output what it is about to do and what is done; see kills.test.ts.
import { writeSync } from 'node:fs'
import * as fc from 'fast-check'
import { sqlLedgers } from '../../functions/adapters/ledger/ledgers.ts'
import type { LedgerTables } from '../../functions/adapters/ledger/schema.ts'
import { sqlTransactions } from '../../functions/adapters/ledger/transactions.ts'
import { systemClock } from '../../functions/adapters/node/clock.ts'
import { uuidV7 } from '../../functions/adapters/node/ids.ts'
import { parseMysql } from '../../functions/adapters/sql/engine.ts'
import { openMysql } from '../../functions/adapters/sql/mysql.ts'
import { openSqlite } from '../../functions/adapters/sql/sqlite.ts'
import type { TransactionId, UserId } from '../../functions/domain/ids.ts'
import type { LedgerScope } from '../../functions/ports/scope.ts'
import type { Change } from '../../functions/ports/transactions.ts'
import { anyDraft, type Places } from '../support/drafts.ts'

export interface Task {
  /** As the configuration names it: `sqlite:<file>` or the settings of MySQL. */
  readonly ledger: string
  readonly userId: string
  readonly places: Places
  readonly seed: number
  /** Killed before the n-th statement of its writes, from 0; the moment after a commit counts as one. */
  readonly cut: number
}

/** A line of output. */
export type Said = { readonly will: readonly Step[] } | { readonly done: number }
export type Step = { readonly do: Change['do']; readonly id: string }

const task: Task = JSON.parse(process.argv[2] ?? '')
let statements = -1

const onStatement = () => {
  if (statements >= 0 && statements++ === task.cut) process.kill(process.pid, 'SIGKILL')
}
const db = task.ledger.startsWith('sqlite:')
  ? await openSqlite<LedgerTables>(task.ledger.slice('sqlite:'.length), { onStatement })
  : await openMysql<LedgerTables>(parseMysql(task.ledger), { onStatement })
const ids = uuidV7(systemClock)
const transactions = sqlTransactions(db, { ids })

const userId = task.userId as UserId
const entrance = await sqlLedgers(db).enter(userId, 'default')
if (!entrance?.membership) throw new Error('not a member')
const scope = { ...entrance.membership.ledger, userId, role: 'owner' } as LedgerScope

const live = (await transactions.list(scope, {}, undefined, 500)).entries.map(({ id }) => id)
const trashed = (await transactions.trash(scope, undefined, 500)).map(({ entry }) => entry.id)
const lots = fc.sample(fc.array(fc.tuple(fc.nat(9), fc.nat(), anyDraft(task.places)), { minLength: 1, maxLength: 5 }), {
  numRuns: 100,
  seed: task.seed,
})

for (const [n, lot] of lots.entries()) {
  const changes = lot.map(([kind, place, draft]) => changeOf(kind, place, draft))
  const some = changes.filter((change, place) => changes.findIndex(({ id }) => id === change.id) === place)
  say({ will: some.map(({ do: what, id }) => ({ do: what, id })) })
  if (statements < 0) statements = 0
  const applied = await transactions.apply(scope, some, systemClock.now())
  if (!applied.ok) throw new Error(JSON.stringify(applied.error))
  say({ done: n })
  for (const { do: what, id } of some) moved(what, id)
}

/** Mostly new entries; else whatever can be done to those that are there. */
function changeOf(kind: number, place: number, draft: Parameters<typeof create>[0]): Change {
  const [old, gone] = [live[place % live.length], trashed[place % trashed.length]]
  if (old && kind < 2) return { do: 'replace', id: old, draft }
  if (old && kind === 2) return { do: 'patch', id: old, patch: { note: 'written over', tags: ['again'] } }
  if (old && kind < 5) return { do: 'delete', id: old }
  if (gone && kind === 5) return { do: 'restore', id: gone }
  return create(draft)
}

function create(draft: Extract<Change, { do: 'create' }>['draft']): Change {
  return { do: 'create', id: ids.next() as TransactionId, draft, bodyHash: 'x'.repeat(64) }
}

function moved(what: Change['do'], id: TransactionId): void {
  if (what === 'create' || what === 'restore') live.push(id)
  if (what === 'delete') trashed.push(...live.splice(live.indexOf(id), 1))
  if (what === 'restore') trashed.splice(trashed.indexOf(id), 1)
}

/** At once and whole, so that it is out before anything else happens. */
function say(line: Said): void {
  writeSync(1, `${JSON.stringify(line)}\n`)
}
