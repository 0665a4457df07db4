// One person does one thing in a process of its own, which can be killed at any point of it; see people.ts.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { logIn } from '../../functions/actions/login/log-in.ts'
import { leave } from '../../functions/actions/profile/leave.ts'
import { register } from '../../functions/actions/register/register.ts'
import { runBatch } from '../../functions/actions/report-job/run-batch.ts'
import { reportTick } from '../../functions/actions/report-tick/report-tick.ts'
import { sqlAttempts } from '../../functions/adapters/identity/attempts.ts'
import { sqlMailPreferences } from '../../functions/adapters/identity/mail-preferences.ts'
import { sqlMailTokens } from '../../functions/adapters/identity/mail-tokens.ts'
import { sqlReportShelf } from '../../functions/adapters/identity/report-shelf.ts'
import { sqlSchedules } from '../../functions/adapters/identity/schedules.ts'
import type { IdentityTables } from '../../functions/adapters/identity/schema.ts'
import { sqlSessions } from '../../functions/adapters/identity/sessions.ts'
import { sqlUsers } from '../../functions/adapters/identity/users.ts'
import { sqlAccounts } from '../../functions/adapters/ledger/accounts.ts'
import { sqlBudgets } from '../../functions/adapters/ledger/budgets.ts'
import { sqlCategories } from '../../functions/adapters/ledger/categories.ts'
import { sqlLedgers } from '../../functions/adapters/ledger/ledgers.ts'
import { sqlPrincipals } from '../../functions/adapters/ledger/principals.ts'
import type { LedgerTables } from '../../functions/adapters/ledger/schema.ts'
import { sqlTotals } from '../../functions/adapters/ledger/totals.ts'
import { outboxMailer } from '../../functions/adapters/mail/outbox.ts'
import { systemClock } from '../../functions/adapters/node/clock.ts'
import { uuidV7 } from '../../functions/adapters/node/ids.ts'
import { argonPasswords } from '../../functions/adapters/node/passwords.ts'
import { randomSecrets } from '../../functions/adapters/node/secrets.ts'
import { tokenWriter } from '../../functions/adapters/node/tokens.ts'
import { folderObjects } from '../../functions/adapters/objects/folder.ts'
import { openSqlite } from '../../functions/adapters/sql/sqlite.ts'
import { resumeLeaving } from '../../functions/edge/leaving.ts'
import type { ReportBatch } from '../../functions/ports/jobs.ts'
import type { SessionScope } from '../../functions/ports/scope.ts'
import { quickLetters, quickSheets } from '../support/quick-paper.ts'
import type { Did, Task } from './people.ts'

const task: Task = JSON.parse(process.argv[2] ?? '')
const { cut } = task
const calls: string[] = []
let statements = 0

const onStatement = () => {
  if (cut?.at === 'statement' && cut.n === statements) die()
  statements += 1
}
const identityDb = await openSqlite<IdentityTables>(join(task.folder, 'identity.db'), { onStatement })
const ledgerDb = await openSqlite<LedgerTables>(join(task.folder, 'ledger.db'), { onStatement })

const clock = { now: () => systemClock.now() + (task.laterMs ?? 0) }
const publicUrl = 'http://localhost:8080'
const objects = folderObjects({ folder: join(task.folder, 'objects'), publicUrl, secret: 's', clock })
const needs = {
  clock,
  ids: uuidV7(clock),
  secrets: randomSecrets,
  tokenWriter: tokenWriter(readFileSync(join(task.folder, 'private-key'), 'utf8')),
  publicUrl,
  passwords: watched('passwords', argonPasswords()),
  users: watched('users', sqlUsers(identityDb)),
  sessions: watched('sessions', sqlSessions(identityDb)),
  attempts: watched('attempts', sqlAttempts(identityDb)),
  schedules: watched('schedules', sqlSchedules(identityDb)),
  shelf: watched('shelf', sqlReportShelf(identityDb)),
  mailTokens: watched('mailTokens', sqlMailTokens(identityDb)),
  // leaving removes thousands of files that fill this test's tables, one like the other
  objects: task.deed === 'tick' ? watched('objects', objects) : objects,
  letters: quickLetters,
  mailer: watched('mailer', outboxMailer(join(task.folder, 'outbox'), clock)),
  ledgers: watched('ledgers', sqlLedgers(ledgerDb)),
  principals: watched('principals', sqlPrincipals(ledgerDb)),
  accounts: sqlAccounts(ledgerDb),
  budgets: sqlBudgets(ledgerDb),
  categories: sqlCategories(ledgerDb),
  totals: sqlTotals(ledgerDb),
  mailPreferences: sqlMailPreferences(identityDb),
  sheets: quickSheets,
  timeLimitMs: 300_000,
  reportBatches: 40,
}
const caller = { address: task.address ?? '127.0.0.1', agent: 'A test', requestId: 'r' }
const nothing = { params: {}, query: undefined, headers: {}, caller }

const did: Did = { outcome: await deed(), calls, statements }
process.stdout.write(JSON.stringify(did))

async function deed(): Promise<string | number> {
  const { email, password } = task
  if (task.deed === 'resume') return resumeLeaving(needs, 10, clock.now())
  if (task.deed === 'tick') return tick()
  if (task.deed === 'log in') return outcomeOf(await logIn(needs, undefined, { ...nothing, body: { email, password } }))
  if (task.deed === 'leave')
    return outcomeOf(await leave(needs, await scopeOf(email), { ...nothing, body: { password } }))

  const rest = { name: 'Asha', timeZone: 'Europe/Berlin', locale: 'de', currency: 'EUR' }
  return outcomeOf(await register(needs, undefined, { ...nothing, body: { email, password, ...rest } }))
}

/** An alarm, and all that it hands out, one after another. */
async function tick(): Promise<number> {
  const batches: ReportBatch[] = []
  const jobs = watched('jobs', { reports: async (batch: ReportBatch) => void batches.push(batch) })
  const { reports = 0, schedules = 0 } = await reportTick({ ...needs, jobs })
  for (const batch of batches) await runBatch(needs, batch)
  return reports + schedules
}

/** What the edge would have proven; asked past the watch, for it is no step of what is done. */
async function scopeOf(email: string): Promise<SessionScope> {
  const user = await sqlUsers(identityDb).byEmail(needs.secrets.hashOf(email))
  const [session] = user ? await sqlSessions(identityDb).list(user.id, clock.now()) : []
  if (!session) throw new Error('Nobody is logged in')
  statements = 0
  return { userId: session.userId, sessionId: session.id } as SessionScope
}

function outcomeOf(answer: { ok: true; value: { status: number } } | { ok: false; error: { kind: string } }) {
  return answer.ok ? answer.value.status : answer.error.kind
}

/** The same port, whose n-th call is the last thing that this process does, or is not done any more. */
function watched<Port extends object>(name: string, port: Port): Port {
  const methods = Object.entries(port).map(([method, call]) => {
    if (typeof call !== 'function') return [method, call]
    const counted = async (...asked: unknown[]) => {
      const ours = cut?.at === 'call' && cut.n === calls.length
      calls.push(`${name}.${method}`)
      if (ours && cut.when === 'before') return die()
      const answer = await call(...asked)
      return ours ? die() : answer
    }
    return [method, counted]
  })
  return Object.fromEntries(methods) as Port
}

function die(): Promise<never> {
  process.kill(process.pid, 'SIGKILL')
  return new Promise(() => {})
}
