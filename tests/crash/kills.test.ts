import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { type Kysely, sql } from 'kysely'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { sqlAccounts } from '../../functions/adapters/ledger/accounts.ts'
import { sqlBudgets } from '../../functions/adapters/ledger/budgets.ts'
import { checkLedger } from '../../functions/adapters/ledger/check.ts'
import { sqlLedgers } from '../../functions/adapters/ledger/ledgers.ts'
import { ledgerSchema } from '../../functions/adapters/ledger/migrations/index.ts'
import type { LedgerTables } from '../../functions/adapters/ledger/schema.ts'
import { parseMysql } from '../../functions/adapters/sql/engine.ts'
import { migrate } from '../../functions/adapters/sql/migrator.ts'
import { openMysql } from '../../functions/adapters/sql/mysql.ts'
import { openSqlite } from '../../functions/adapters/sql/sqlite.ts'
import { firstLimit } from '../../functions/domain/budget.ts'
import type { Day } from '../../functions/domain/day.ts'
import { firstLedger } from '../../functions/domain/first-ledger.ts'
import type { AccountId, BudgetId } from '../../functions/domain/ids.ts'
import { fromStore } from '../../functions/domain/money.ts'
import type { LedgerScope } from '../../functions/ports/scope.ts'
import { asha } from '../../functions/ports/users.contract.ts'
import { bundled } from '../support/bundled.ts'
import type { Places } from '../support/drafts.ts'
import { leaveOut } from '../support/left-out.ts'
import { freshDatabase, mariadbPath } from '../support/mariadb.ts'
import type { Said, Step, Task } from './writer.ts'

// A process writes to a ledger and is killed between two statements, fifty times over. Whatever it had acknowledged is
// there at the next start, what it had begun is there whole or not at all, and totals are what the entries come to.

const kills = 50
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000)
const writer = bundled(join(import.meta.dirname, 'writer.ts'))

const killing = suite(`a process that is killed while it writes (SEED=${seed})`)

killing('loses nothing it said, and leaves nothing half, in SQLite', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'outlay-kills-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  await killAgainAndAgain(`sqlite:${join(folder, 'ledger.db')}`)
})

if (mariadbPath()) {
  killing('loses nothing it said, and leaves nothing half, in MariaDB', async () => {
    await killAgainAndAgain(JSON.stringify(await freshDatabase()))
  })
} else {
  leaveOut('kills in MariaDB', 'there is no mariadbd; scripts/test-setup installs it')
}

killing.run()

/** How entries stand, by id: 'live 2', 'trashed 1'. */
type Book = ReadonlyMap<string, string>

async function killAgainAndAgain(ledger: string): Promise<void> {
  const places = await setUp(ledger)
  let book: Book = new Map()
  let [acknowledged, begun] = [0, 0]

  const cuts = fc.sample(fc.nat(90), { numRuns: kills, seed })
  // a kill between a commit and its word comes at one statement in ten: go on in order until one has
  const more = Array.from({ length: 40 }, (_, cut) => cut)
  for (const [n, cut] of [...cuts, ...more].entries()) {
    if (n >= kills && begun > 0) break
    const said = killed({ ledger, userId: asha.id, places, seed: seed + cut, cut })
    const { done, open } = stepsOf(said)
    for (const steps of done) book = after(book, steps)
    acknowledged += done.length

    const found = await atStart(ledger)
    const what = `cut ${cut}, after ${acknowledged} writes`
    assert.equal(found.faults, [], what)
    assert.is(found.astray, 0, what)
    const isDone = found.book.size > 0 && isSame(found.book, after(book, open))
    if (isDone) begun += 1
    assert.ok(isDone || isSame(found.book, book), `${what}: what is there is neither before nor after the last write`)
    book = found.book
  }
  // some had committed and could not say so, or the kills did not come in between
  assert.ok(acknowledged > kills && begun > 0, `${acknowledged} acknowledged, ${begun} done and not said`)
}

function killed(task: Task): readonly Said[] {
  const options = { encoding: 'utf8', timeout: 60_000 } as const
  const { signal, stdout, stderr, status } = spawnSync(process.execPath, [writer, JSON.stringify(task)], options)
  if (signal !== 'SIGKILL') throw new Error(`ended with ${signal ?? status} instead of being killed: ${stderr}`)
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
}

/** The writes that were acknowledged, and the one that was not. */
function stepsOf(said: readonly Said[]): {
  readonly done: readonly (readonly Step[])[]
  readonly open: readonly Step[]
} {
  const begun = said.flatMap((line) => ('will' in line ? [line.will] : []))
  const count = said.filter((line) => 'done' in line).length
  return { done: begun.slice(0, count), open: begun[count] ?? [] }
}

function after(book: Book, steps: readonly Step[]): Book {
  const next = new Map(book)
  for (const { do: what, id } of steps) {
    const version = Number(book.get(id)?.split(' ')[1] ?? 0)
    next.set(id, what === 'delete' ? `trashed ${version}` : `live ${version + 1}`)
  }
  return next
}

const isSame = (a: Book, b: Book) => JSON.stringify([...a].sort()) === JSON.stringify([...b].sort())

/** What the next process finds. */
async function atStart(ledger: string) {
  return using(ledger, async (db) => {
    const live = await db.selectFrom('transactions').select(['id', 'version']).execute()
    const trashed = await db.selectFrom('trash').select(['tx_id', 'version']).execute()
    const { rows } = await sql<{ astray: bigint | string }>`select
      (select count(*) from terms where tx_id not in (select id from transactions)) +
      (select count(*) from tags where tx_id not in (select id from transactions)) as astray`.execute(db)
    return {
      faults: await checkLedger(db, asha.ledgerId),
      book: new Map([
        ...live.map(({ id, version }) => [id, `live ${version}`] as const),
        ...trashed.map(({ tx_id, version }) => [tx_id, `trashed ${version}`] as const),
      ]),
      astray: Number(rows[0]?.astray),
    }
  })
}

/** A ledger with three accounts, and a limit so low that alerts are written too. */
async function setUp(ledger: string): Promise<Places> {
  return using(ledger, async (db) => {
    const now = Date.now()
    await migrate(db, ledgerSchema, Date.now)
    const first = firstLedger({ ...asha, currency: 'EUR' }, now)
    await sqlLedgers(db).provision(first, now)
    const entrance = await sqlLedgers(db).enter(asha.id, 'default')
    const scope = { ...entrance?.membership?.ledger, userId: asha.id } as LedgerScope

    const opening = { amount: fromStore(0), day: '2025-01-01' as Day }
    const account = { kind: 'bank', opening, archived: false } as const
    const ids = ['01890000-0000-7000-8000-0000000000c1', '01890000-0000-7000-8000-0000000000c2'] as AccountId[]
    const [bank = '', tokyo = ''] = ids
    const yen = { code: 'JPY', digits: 0 }
    await sqlAccounts(db).add(scope, bank as AccountId, { ...account, name: 'Bank', currency: scope.currency }, now)
    await sqlAccounts(db).add(scope, tokyo as AccountId, { ...account, name: 'Tokyo', currency: yen }, now)
    const limit = { currency: scope.currency, rule: { kind: 'weeks', every: 52, anchor: '2026-01-05' as Day } } as const
    const budget = '01890000-0000-7000-8000-0000000000d1' as BudgetId
    await sqlBudgets(db).add(scope, budget, { ...limit, archived: false }, firstLimit(fromStore(100)), now)

    const of = (kind: string) => first.categories.filter((category) => category.kind === kind).map(({ id }) => id)
    return { euros: [first.account.id, bank], yen: tokyo, spending: of('expense'), earning: of('income') }
  })
}

async function using<T>(ledger: string, work: (db: Kysely<LedgerTables>) => Promise<T>): Promise<T> {
  const db = ledger.startsWith('sqlite:')
    ? await openSqlite<LedgerTables>(ledger.slice('sqlite:'.length))
    : await openMysql<LedgerTables>(parseMysql(ledger))
  try {
    return await work(db)
  } finally {
    await db.destroy()
  }
}
