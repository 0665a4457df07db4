import type { Kysely } from 'kysely'
import { sqlAttempts } from './adapters/identity/attempts.ts'
import { sqlMailPreferences } from './adapters/identity/mail-preferences.ts'
import { sqlMailTokens } from './adapters/identity/mail-tokens.ts'
import { sqlReportShelf } from './adapters/identity/report-shelf.ts'
import { sqlSchedules } from './adapters/identity/schedules.ts'
import type { IdentityTables } from './adapters/identity/schema.ts'
import { sqlSessions } from './adapters/identity/sessions.ts'
import { sqlUsers } from './adapters/identity/users.ts'
import { httpJobs } from './adapters/jobs/http.ts'
import { inProcess } from './adapters/jobs/in-process.ts'
import { type Activation, openwhiskJobs } from './adapters/jobs/openwhisk.ts'
import { sqlAccounts } from './adapters/ledger/accounts.ts'
import { sqlAlerts } from './adapters/ledger/alert-queue.ts'
import { sqlBudgets } from './adapters/ledger/budgets.ts'
import { sqlCategories } from './adapters/ledger/categories.ts'
import { sqlLedgers } from './adapters/ledger/ledgers.ts'
import { sqlPayees } from './adapters/ledger/payees.ts'
import { sqlPrincipals } from './adapters/ledger/principals.ts'
import { sqlReckonings } from './adapters/ledger/reckonings.ts'
import type { LedgerTables } from './adapters/ledger/schema.ts'
import { sqlTotals } from './adapters/ledger/totals.ts'
import { sqlTransactions } from './adapters/ledger/transactions.ts'
import { htmlLetters } from './adapters/letters/html-letters.ts'
import { workerLetters } from './adapters/letters/worker-letters.ts'
import { outboxMailer } from './adapters/mail/outbox.ts'
import { sendgridMailer } from './adapters/mail/sendgrid.ts'
import { sendgridEvents } from './adapters/mail/sendgrid-events.ts'
import { parseMail, parseMailbox } from './adapters/mail/settings.ts'
import { smtpMailer } from './adapters/mail/smtp.ts'
import { systemClock } from './adapters/node/clock.ts'
import { uuidV7 } from './adapters/node/ids.ts'
import { argonPasswords } from './adapters/node/passwords.ts'
import { randomSecrets } from './adapters/node/secrets.ts'
import { tokenReader as readerOf, tokenWriter as writerOf } from './adapters/node/tokens.ts'
import { cosObjects } from './adapters/objects/cos.ts'
import { folderObjects } from './adapters/objects/folder.ts'
import { parseObjects } from './adapters/objects/settings.ts'
import { pdfkitSheets } from './adapters/pdf/pdfkit-sheets.ts'
import { workerSheets } from './adapters/pdf/worker-sheets.ts'
import { parseEngine, parseLedgerEngine } from './adapters/sql/engine.ts'
import { openMysql } from './adapters/sql/mysql.ts'
import { sqlPlanes } from './adapters/sql/planes.ts'
import { openSqlite } from './adapters/sql/sqlite.ts'
import { Sentence } from './domain/sentence.ts'
import type { Jobs } from './ports/jobs.ts'
import type { MailEvents } from './ports/mail-events.ts'
import type { Mailer } from './ports/mailer.ts'
import type { Objects } from './ports/objects.ts'

// Here ports meet adapters: one export per port, so that a bundle carries only what its action asks for.

export const clock = async () => systemClock
export const ids = warm(async () => uuidV7(systemClock))
export const secrets = async () => randomSecrets

export const tokens = warm(async (env) => readerOf(needed(env, 'TOKEN_PUBLIC_KEYS')))
export const tokenWriter = warm(async (env) => writerOf(needed(env, 'TOKEN_PRIVATE_KEY')))
export const passwords = warm(async (env) => argonPasswords(setting(env, 'OUTLAY_HASH_WORKER')))

/** The one source of links: scheme, host and, on a shared gateway, the path before `/v1`; no slash at the end. */
export const publicUrl = warm(async (env) => addressIn(needed(env, 'PUBLIC_URL')))

/** The connections themselves, for who starts and migrates a host: of each plane a process has one. */
export const identityDb = warm(async (env) => openIdentity(env), stop)
export const ledgerDb = warm(async (env) => openLedger(env), stop)

export const users = warm(async (env) => sqlUsers(await identityDb(env)))
export const sessions = warm(async (env) => sqlSessions(await identityDb(env)))
export const attempts = warm(async (env) => sqlAttempts(await identityDb(env)))
export const schedules = warm(async (env) => sqlSchedules(await identityDb(env)))
export const shelf = warm(async (env) => sqlReportShelf(await identityDb(env)))
export const mailTokens = warm(async (env) => sqlMailTokens(await identityDb(env)))
export const mailPreferences = warm(async (env) => sqlMailPreferences(await identityDb(env)))

export const principals = warm(async (env) => sqlPrincipals(await ledgerDb(env)))
export const ledgers = warm(async (env) => sqlLedgers(await ledgerDb(env)))
export const accounts = warm(async (env) => sqlAccounts(await ledgerDb(env)))
export const reckonings = warm(async (env) => sqlReckonings(await ledgerDb(env)))
export const categories = warm(async (env) => sqlCategories(await ledgerDb(env)))
export const payees = warm(async (env) => sqlPayees(await ledgerDb(env)))
export const transactions = warm(async (env) => sqlTransactions(await ledgerDb(env), { ids: await ids(env) }))
export const budgets = warm(async (env) => sqlBudgets(await ledgerDb(env)))
export const totals = warm(async (env) => sqlTotals(await ledgerDb(env)))
export const alerts = warm(async (env) => sqlAlerts(await ledgerDb(env)))

export const objects = warm(async (env) => objectsIn(env))
export const mailer = warm(async (env) => mailerIn(env))
export const mailEvents = warm(async (env) => mailEventsIn(env))
export const jobs = warm(async (env) => jobsIn(env))
export const sheets = warm(async (env) => {
  const worker = setting(env, 'OUTLAY_DRAW_WORKER')
  return worker ? workerSheets(worker) : pdfkitSheets()
})
export const letters = warm(async (env) => {
  const worker = setting(env, 'OUTLAY_DRAW_WORKER')
  return worker ? workerLetters(worker) : htmlLetters()
})

/** Milliseconds that one run of the report job may take; its host says so, OpenWhisk five minutes. */
export const timeLimitMs = async (env: unknown) => 1000 * numberIn(env, 'REPORT_SECONDS', 300)
/** Batches of reports that one tick may hand out: with 25 in each, 1,000 reports. */
export const reportBatches = async (env: unknown) => numberIn(env, 'REPORT_BATCHES', 40)

export const planes = async (env: unknown) =>
  sqlPlanes({ identity: () => identityDb(env), ledger: () => ledgerDb(env) })

/** What the edge needs to prove who asks: for routes of a person or of a ledger's member. */
export const byLedger = { clock, tokens, ledgers }
/** As `byLedger`, for routes of a live session. */
export const bySession = { clock, tokens, sessions }

/** Stops what was started, last first; the next call of a port starts it anew. */
export async function close(): Promise<void> {
  for (const end of ends.splice(0).reverse()) await end()
}

const ends: (() => Promise<void>)[] = []

/** A warm container keeps what it started; a failed start is forgotten, not kept. */
/* @__NO_SIDE_EFFECTS__ */
function warm<Port>(start: (env: unknown) => Promise<Port>, finish?: (port: Port) => Promise<void>) {
  let kept: Promise<Port> | undefined
  const forget = async () => {
    const port = kept
    kept = undefined
    if (port) await finish?.(await port)
  }
  return (env: unknown): Promise<Port> => {
    if (kept) return kept
    ends.push(forget)
    kept = start(env).catch((cause) => {
      kept = undefined
      throw cause
    })
    return kept
  }
}

// What is heavy, the drivers themselves, all of these load when they are called; Db2's is asked for by identity alone.

async function openIdentity(env: unknown): Promise<Kysely<IdentityTables>> {
  const settings = parseEngine(needed(env, 'OUTLAY_IDENTITY'))
  if (settings.engine === 'db2') return (await import('./adapters/sql/db2/open.ts')).openDb2(settings.db2)
  return settings.engine === 'sqlite' ? openSqlite(settings.file) : openMysql(settings.mysql)
}

async function openLedger(env: unknown): Promise<Kysely<LedgerTables>> {
  const settings = parseLedgerEngine(needed(env, 'OUTLAY_LEDGER'))
  return settings.engine === 'sqlite' ? openSqlite(settings.file) : openMysql(settings.mysql)
}

/** A folder's addresses are signed by FILES_SECRET. */
async function objectsIn(env: unknown): Promise<Objects> {
  const settings = parseObjects(needed(env, 'OUTLAY_OBJECTS'))
  if (settings.store === 'cos') return cosObjects(settings.cos)
  const secret = needed(env, 'FILES_SECRET')
  return folderObjects({ folder: settings.folder, publicUrl: await publicUrl(env), secret, clock: systemClock })
}

/** What leaves the house comes from MAIL_FROM. */
async function mailerIn(env: unknown): Promise<Mailer> {
  const settings = parseMail(needed(env, 'OUTLAY_MAIL'))
  if (settings.way === 'outbox') return outboxMailer(settings.folder, systemClock)
  const from = parseMailbox(needed(env, 'MAIL_FROM'))
  return settings.way === 'smtp' ? smtpMailer(settings.smtp, from) : sendgridMailer(settings.sendgrid, from)
}

/** By the public key of SendGrid's signed webhook; without one nothing that is told afterwards is believed. */
function mailEventsIn(env: unknown): MailEvents {
  const key = setting(env, 'MAIL_EVENTS_KEY')
  return key ? sendgridEvents(key) : { read: () => undefined }
}

/** `in-process`: this very process does the work; `openwhisk`: the action's neighbour; an address: whoever listens there. */
async function jobsIn(env: unknown): Promise<Jobs> {
  const who = needed(env, 'OUTLAY_JOBS')
  if (who === 'in-process') return inProcess
  if (who === 'openwhisk') return openwhiskJobs(activation)
  if (/^https?:\/\//.test(who) && URL.canParse(who)) return httpJobs(who)
  throw new Sentence('OUTLAY_JOBS names nobody who does the work.')
}

/** The host sets these before each call. */
const activation = (): Activation => ({
  apiHost: process.env.__OW_API_HOST,
  apiKey: process.env.__OW_API_KEY,
  action: process.env.__OW_ACTION_NAME,
})

function numberIn(env: unknown, name: string, usual: number): number {
  const text = setting(env, name)
  if (!text) return usual
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new Sentence(`${name} is no whole number above zero.`)
  return Number(text)
}

async function stop(db: Pick<Kysely<unknown>, 'destroy'>): Promise<void> {
  await db.destroy()
}

function needed(env: unknown, name: string): string {
  const value = setting(env, name)
  if (!value) throw new Sentence(`The setting ${name} is missing.`)
  return value
}

/** Settings are bound to an action as one parameter, an object or its JSON; without it they are the process's own. */
function setting(env: unknown, name: string): string | undefined {
  const settings: unknown = typeof env === 'string' ? parsed(env) : (env ?? process.env)
  const value = typeof settings === 'object' && settings !== null ? Reflect.get(settings, name) : undefined
  return typeof value === 'string' ? value : undefined
}

/** An engine's message would repeat a part of the text, and there are secrets in it. */
function parsed(env: string): unknown {
  try {
    return JSON.parse(env)
  } catch {
    throw new Sentence('The parameter env is not JSON.')
  }
}

function addressIn(text: string): string {
  if (!/^https?:\/\/[^?#]+$/.test(text) || !URL.canParse(text)) throw new Sentence('PUBLIC_URL is no web address.')
  return text.replace(/\/+$/, '')
}
