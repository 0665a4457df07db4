import type { Kysely } from 'kysely'
import { sqlAttempts } from './adapters/identity/attempts.ts'
import type { IdentityTables } from './adapters/identity/schema.ts'
import { sqlSessions } from './adapters/identity/sessions.ts'
import { sqlUsers } from './adapters/identity/users.ts'
import { sqlAccounts } from './adapters/ledger/accounts.ts'
import { sqlBudgets } from './adapters/ledger/budgets.ts'
import { sqlCategories } from './adapters/ledger/categories.ts'
import { sqlLedgers } from './adapters/ledger/ledgers.ts'
import { sqlPayees } from './adapters/ledger/payees.ts'
import { sqlPrincipals } from './adapters/ledger/principals.ts'
import { sqlReckonings } from './adapters/ledger/reckonings.ts'
import type { LedgerTables } from './adapters/ledger/schema.ts'
import { sqlTotals } from './adapters/ledger/totals.ts'
import { sqlTransactions } from './adapters/ledger/transactions.ts'
import { systemClock } from './adapters/node/clock.ts'
import { uuidV7 } from './adapters/node/ids.ts'
import { argonPasswords } from './adapters/node/passwords.ts'
import { randomSecrets } from './adapters/node/secrets.ts'
import { tokenReader as readerOf, tokenWriter as writerOf } from './adapters/node/tokens.ts'
import { parseEngine } from './adapters/sql/engine.ts'
import { openMysql } from './adapters/sql/mysql.ts'
import { sqlPlanes } from './adapters/sql/planes.ts'
import { openSqlite } from './adapters/sql/sqlite.ts'
import { Sentence } from './domain/sentence.ts'

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
export const identityDb = warm(async (env) => open<IdentityTables>(env, 'OUTLAY_IDENTITY'), stop)
export const ledgerDb = warm(async (env) => open<LedgerTables>(env, 'OUTLAY_LEDGER'), stop)

export const users = warm(async (env) => sqlUsers(await identityDb(env)))
export const sessions = warm(async (env) => sqlSessions(await identityDb(env)))
export const attempts = warm(async (env) => sqlAttempts(await identityDb(env)))

export const principals = warm(async (env) => sqlPrincipals(await ledgerDb(env)))
export const ledgers = warm(async (env) => sqlLedgers(await ledgerDb(env)))
export const accounts = warm(async (env) => sqlAccounts(await ledgerDb(env)))
export const reckonings = warm(async (env) => sqlReckonings(await ledgerDb(env)))
export const categories = warm(async (env) => sqlCategories(await ledgerDb(env)))
export const payees = warm(async (env) => sqlPayees(await ledgerDb(env)))
export const transactions = warm(async (env) => sqlTransactions(await ledgerDb(env), { ids: await ids(env) }))
export const budgets = warm(async (env) => sqlBudgets(await ledgerDb(env)))
export const totals = warm(async (env) => sqlTotals(await ledgerDb(env)))

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

/** What is heavy, the drivers themselves, both of these load when they are called. */
function open<Tables>(env: unknown, name: string): Promise<Kysely<Tables>> {
  const settings = parseEngine(needed(env, name))
  return settings.engine === 'sqlite' ? openSqlite<Tables>(settings.file) : openMysql<Tables>(settings.mysql)
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
