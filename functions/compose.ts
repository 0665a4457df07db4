import type { Kysely } from 'kysely'
import { sqlAttempts } from './adapters/identity/attempts.ts'
import { sqlMailPreferences } from './adapters/identity/mail-preferences.ts'
import { sqlMailTokens } from './adapters/identity/mail-tokens.ts'
import { sqlNewSchedules } from './adapters/identity/new-schedules.ts'
import { sqlPasswordChanges } from './adapters/identity/password-changes.ts'
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
import { smtpMailer } from './adapters/mail/smtp.ts'
import { systemClock } from './adapters/node/clock.ts'
import { uuidV7 } from './adapters/node/ids.ts'
import { argonPasswords } from './adapters/node/passwords.ts'
import { systemPause } from './adapters/node/pause.ts'
import { randomSecrets } from './adapters/node/secrets.ts'
import { cosObjects } from './adapters/objects/cos.ts'
import { folderObjects } from './adapters/objects/folder.ts'
import { pdfkitSheets } from './adapters/pdf/pdfkit-sheets.ts'
import { workerSheets } from './adapters/pdf/worker-sheets.ts'
import { needed, perhaps } from './adapters/setting.ts'
import { openMysql } from './adapters/sql/mysql.ts'
import { sqlPlanes } from './adapters/sql/planes.ts'
import { openSqlite } from './adapters/sql/sqlite.ts'
import type { Jobs } from './ports/jobs.ts'
import type { MailEvents } from './ports/mail-events.ts'
import type { Mailer } from './ports/mailer.ts'
import type { Objects } from './ports/objects.ts'
import * as settings from './settings.ts'

// Here ports meet adapters: one export per port, so that a bundle carries only what its action asks for.

export const clock = async () => systemClock
export const pause = async () => systemPause
export const ids = warm(async () => uuidV7(systemClock))
export const secrets = async () => randomSecrets

export const tokens = warm(async (env) => needed(env, settings.tokenPublicKeys))
export const tokenWriter = warm(async (env) => needed(env, settings.tokenPrivateKey))
export const passwords = warm(async (env) => argonPasswords(perhaps(env, settings.hashWorker)))

export const publicUrl = warm(async (env) => needed(env, settings.publicUrl))

/** The connections themselves, for who starts and migrates a host: of each plane a process has one. */
export const identityDb = warm(async (env) => openIdentity(env), stop)
export const ledgerDb = warm(async (env) => openLedger(env), stop)

export const users = warm(async (env) => sqlUsers(await identityDb(env)))
export const sessions = warm(async (env) => sqlSessions(await identityDb(env)))
export const attempts = warm(async (env) => sqlAttempts(await identityDb(env)))
export const schedules = warm(async (env) => sqlSchedules(await identityDb(env)))
export const newSchedules = warm(async (env) => sqlNewSchedules(await identityDb(env)))
export const shelf = warm(async (env) => sqlReportShelf(await identityDb(env)))
export const mailTokens = warm(async (env) => sqlMailTokens(await identityDb(env)))
export const passwordChanges = warm(async (env) => sqlPasswordChanges(await identityDb(env)))
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
  const worker = perhaps(env, settings.drawWorker)
  return worker ? workerSheets(worker) : pdfkitSheets()
})
export const letters = warm(async (env) => {
  const worker = perhaps(env, settings.drawWorker)
  return worker ? workerLetters(worker) : htmlLetters()
})

/** Milliseconds that one run of the report job may take. */
export const timeLimitMs = async (env: unknown) => 1000 * needed(env, settings.reportSeconds)
export const reportBatches = async (env: unknown) => needed(env, settings.reportBatches)

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
  const place = needed(env, settings.identity)
  if (place.engine === 'db2') return (await import('./adapters/sql/db2/open.ts')).openDb2(place.db2)
  return place.engine === 'sqlite' ? openSqlite(place.file) : openMysql(place.mysql)
}

async function openLedger(env: unknown): Promise<Kysely<LedgerTables>> {
  const place = needed(env, settings.ledger)
  return place.engine === 'sqlite' ? openSqlite(place.file) : openMysql(place.mysql)
}

async function objectsIn(env: unknown): Promise<Objects> {
  const place = needed(env, settings.objects)
  if (place.store === 'cos') return cosObjects(place.cos)
  const secret = needed(env, settings.filesSecret)
  return folderObjects({ folder: place.folder, publicUrl: await publicUrl(env), secret, clock: systemClock })
}

async function mailerIn(env: unknown): Promise<Mailer> {
  const mail = needed(env, settings.mail)
  if (mail.way === 'outbox') return outboxMailer(mail.folder, systemClock)
  const from = needed(env, settings.mailFrom)
  return mail.way === 'smtp' ? smtpMailer(mail.smtp, from) : sendgridMailer(mail.sendgrid, from)
}

/** Where nobody signs what is told afterwards, nothing of it is believed. */
function mailEventsIn(env: unknown): MailEvents {
  return perhaps(env, settings.mailEventsKey) ?? { read: () => undefined }
}

async function jobsIn(env: unknown): Promise<Jobs> {
  const who = needed(env, settings.jobs)
  if (who === 'in-process') return inProcess
  return who === 'openwhisk' ? openwhiskJobs(activation) : httpJobs(who.href)
}

/** The host sets these before each call. */
const activation = (): Activation => ({
  apiHost: process.env.__OW_API_HOST,
  apiKey: process.env.__OW_API_KEY,
  action: process.env.__OW_ACTION_NAME,
})

async function stop(db: Pick<Kysely<unknown>, 'destroy'>): Promise<void> {
  await db.destroy()
}
