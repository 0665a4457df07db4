import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { reportTick } from '../../functions/actions/report-tick/report-tick.ts'
import { sqlReportShelf } from '../../functions/adapters/identity/report-shelf.ts'
import { sqlSchedules } from '../../functions/adapters/identity/schedules.ts'
import type { IdentityTables } from '../../functions/adapters/identity/schema.ts'
import { httpJobs } from '../../functions/adapters/jobs/http.ts'
import type { LedgerTables } from '../../functions/adapters/ledger/schema.ts'
import { keptMails } from '../../functions/adapters/mail/outbox.ts'
import { uuidV7 } from '../../functions/adapters/node/ids.ts'
import { openMysql } from '../../functions/adapters/sql/mysql.ts'
import { bundled } from '../support/bundled.ts'
import { callerOf } from '../support/client.ts'
import { startHere } from '../support/host.ts'
import { leaveOut } from '../support/left-out.ts'
import { freshDatabase, mariadbPath, type SocketReach } from '../support/mariadb.ts'
import { register } from '../support/people.ts'
import { verified } from '../support/reports.ts'
import { multiply } from './fan-out/crowd.ts'

const crowd = Number(process.env.CROWD ?? 10_000)
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000)
const quarter = 15 * 60_000

const fanning = suite('handing on a crowd’s reports over HTTP')

fanning(`makes each once, mails each once and leaves none, however often the worker dies (SEED=${seed})`, async () => {
  const [identity, ledger] = [await freshDatabase(), await freshDatabase()]
  const data = mkdtempSync(join(tmpdir(), 'outlay-fan-out-'))
  const place = ({ user, database, socketPath }: SocketReach) =>
    `mysql://${user}@localhost/${database}?socketPath=${encodeURIComponent(socketPath)}`
  const planes = { OUTLAY_IDENTITY: place(identity), OUTLAY_LEDGER: place(ledger) }
  const asha = await oneWhoReadsMail(data, planes)
  const identityDb = await openMysql<IdentityTables>({ ...identity, connections: 4 })
  const ledgerDb = await openMysql<LedgerTables>({ ...ledger, connections: 4 })
  // the machine is not switched off in this test
  await sql`set global innodb_flush_log_at_trx_commit = 0`.execute(identityDb)
  await identityDb.deleteFrom('report_schedules').where('kind', '=', 'monthly').execute()
  await multiply(asha, crowd - 1, { identity: identityDb, ledger: ledgerDb })

  const { due_ms } = await identityDb.selectFrom('report_schedules').select('due_ms').limit(1).executeTakeFirstOrThrow()
  let ahead = Number(due_ms) + 1000 - Date.now()
  const file = join(data, 'ahead')
  const putForward = (ms: number) => {
    ahead += ms
    writeFileSync(file, String(ahead))
  }
  putForward(0)
  const worker = new Worker({
    ...planes,
    AHEAD: file,
    LOG: 'off',
    PUBLIC_URL: 'https://outlay.example.org',
    OUTLAY_OBJECTS: `folder:${join(data, 'objects')}`,
    FILES_SECRET: 'a secret of files',
    OUTLAY_MAIL: `outbox:${join(data, 'outbox')}`,
  })
  const clock = { now: () => Date.now() + ahead }
  const [schedules, shelf] = [sqlSchedules(identityDb), sqlReportShelf(identityDb)]

  const random = randomBy(seed)
  let died = 0
  for (let tick = 0; (await left()) > 0; tick++) {
    assert.ok(tick < 200, 'it comes to an end')
    await worker.up()
    const jobs = httpJobs(worker.url, 5_000)
    const ticking = reportTick({ clock, ids: uuidV7(clock), jobs, schedules, shelf, reportBatches: 40 })
    // a tick whose batch nobody takes ends there; what it has leased is found again
    const outcome = ticking.then(
      () => undefined,
      (error: Error) => error.name,
    )
    if (random() < 0.6) {
      await pause(random() * 2_000)
      worker.die()
      died += 1
    }
    assert.ok([undefined, 'Unavailable'].includes(await outcome), String(await outcome))
    await worker.idle()
    putForward(quarter + 60_000)
  }
  await worker.idle()

  const reports = await identityDb.selectFrom('reports').select(['user_id', 'state', 'lease_owner', 'due_ms']).execute()
  const mails = await keptMails(join(data, 'outbox'))
  const own = mails.filter(({ kind }) => kind === 'weekly')
  assert.ok(died > 0, 'somebody died')
  assert.is(reports.length, crowd)
  assert.is(new Set(reports.map(({ user_id }) => user_id)).size, crowd)
  assert.equal([...new Set(reports.map(({ state }) => state))], ['sent'])
  assert.ok(reports.every(({ due_ms }) => due_ms === null))
  assert.is(own.length, crowd)
  assert.is(new Set(own.map(({ to }) => to.address)).size, crowd)

  worker.die()
  await identityDb.destroy()
  await ledgerDb.destroy()
  rmSync(data, { recursive: true, force: true })

  /** Schedules that are due and reports that are not at their end. */
  async function left(): Promise<number> {
    const due = await identityDb
      .selectFrom('report_schedules')
      .select((of) => of.fn.countAll().as('n'))
      .where('due_ms', '<=', clock.now())
      .executeTakeFirstOrThrow()
    const begun = await identityDb
      .selectFrom('reports')
      .select((of) => of.fn.countAll().as('n'))
      .where('due_ms', 'is not', null)
      .executeTakeFirstOrThrow()
    const held = await identityDb
      .selectFrom('report_schedules')
      .select((of) => of.fn.countAll().as('n'))
      .where('lease_owner', 'is not', null)
      .executeTakeFirstOrThrow()
    return Number(due.n) + Number(begun.n) + Number(held.n)
  }
})

/** Somebody with a verified address on these planes, registered as people are. */
async function oneWhoReadsMail(data: string, planes: { readonly [name: string]: string }) {
  const host = await startHere({ data: join(data, 'host'), env: planes })
  const asha = await verified(await register(callerOf(host.url)))
  await host.close()
  return asha
}

/** The report service in a process of its own, which may die at any moment. */
class Worker {
  url = ''
  #child: ChildProcess | undefined
  readonly #program = bundled('tests/reports/fan-out/worker.ts')
  readonly #env: NodeJS.ProcessEnv

  constructor(env: NodeJS.ProcessEnv) {
    this.#env = env
  }

  async up(): Promise<void> {
    if (this.#child) return
    const child = spawn(process.execPath, [this.#program], {
      env: { PATH: process.env.PATH, ...this.#env },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [port] = await once(child.stdout, 'data')
    this.url = `http://127.0.0.1:${Number(String(port))}`
    this.#child = child
  }

  die(): void {
    this.#child?.kill('SIGKILL')
    this.#child = undefined
  }

  /** Waits until it has done what it has; one that is dead has nothing. */
  async idle(): Promise<void> {
    if (this.#child) await fetch(`${this.url}/idle`)
  }
}

/** The same numbers for the same seed. */
function randomBy(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

if (mariadbPath()) fanning.run()
else leaveOut('handing on a crowd’s reports', 'there is no mariadbd; scripts/test-setup installs it')
