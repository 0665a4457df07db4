import type { Kysely } from 'kysely'
import { logIn } from '../../functions/actions/login/log-in.ts'
import { refresh } from '../../functions/actions/login/refresh.ts'
import { register } from '../../functions/actions/register/register.ts'
import { sqlAttempts } from '../../functions/adapters/identity/attempts.ts'
import { sqlMailPreferences } from '../../functions/adapters/identity/mail-preferences.ts'
import { sqlMailTokens } from '../../functions/adapters/identity/mail-tokens.ts'
import { identitySchema } from '../../functions/adapters/identity/migrations/index.ts'
import { sqlPasswordChanges } from '../../functions/adapters/identity/password-changes.ts'
import { sqlReportShelf } from '../../functions/adapters/identity/report-shelf.ts'
import { sqlSchedules } from '../../functions/adapters/identity/schedules.ts'
import type { IdentityTables } from '../../functions/adapters/identity/schema.ts'
import { sqlSessions } from '../../functions/adapters/identity/sessions.ts'
import { sqlUsers } from '../../functions/adapters/identity/users.ts'
import { sqlLedgers } from '../../functions/adapters/ledger/ledgers.ts'
import { ledgerSchema } from '../../functions/adapters/ledger/migrations/index.ts'
import { sqlPrincipals } from '../../functions/adapters/ledger/principals.ts'
import type { LedgerTables } from '../../functions/adapters/ledger/schema.ts'
import { uuidV7 } from '../../functions/adapters/node/ids.ts'
import { randomSecrets } from '../../functions/adapters/node/secrets.ts'
import { newKeys, tokenReader, tokenWriter } from '../../functions/adapters/node/tokens.ts'
import { folderObjects } from '../../functions/adapters/objects/folder.ts'
import { migrate } from '../../functions/adapters/sql/migrator.ts'
import { openSqlite } from '../../functions/adapters/sql/sqlite.ts'
import type { Result } from '../../functions/domain/result.ts'
import type { Caller } from '../../functions/edge/caller.ts'
import type { Pause } from '../../functions/ports/clock.ts'
import type { Mail, Mailer, SendOutcome } from '../../functions/ports/mailer.ts'
import type { Passwords } from '../../functions/ports/passwords.ts'
import type { SessionScope } from '../../functions/ports/scope.ts'
import { quickLetters } from './quick-paper.ts'
import { tempFolder } from './temp-folder.ts'

const keys = newKeys()
const reader = tokenReader(keys.publicKeys)
const writer = tokenWriter(keys.privateKey)

export const noon = Date.UTC(2026, 2, 15, 12)

const publicUrl = 'https://outlay.example.org'

/** Where a request comes from, when it does not matter. */
export const caller: Caller = { address: '203.0.113.7', agent: 'A browser', requestId: 'r-1' }

export const ashasWish = {
  email: 'asha@example.org',
  password: 'correct horse battery',
  name: 'Asha',
  timeZone: 'Asia/Kolkata',
  locale: 'en-IN',
  currency: 'INR',
}

/**
 * Every port of the identity actions: real ones over SQLite in memory, or people in another database, but for a clock that
 * is set and a quick hash.
 */
export async function identityDesk(people?: Kysely<IdentityTables>) {
  const identityDb = people ?? (await openSqlite<IdentityTables>(':memory:'))
  const ledgerDb = await openSqlite<LedgerTables>(':memory:')
  await migrate(identityDb, identitySchema, Date.now)
  await migrate(ledgerDb, ledgerSchema, Date.now)
  const time = { now: noon }
  const clock = { now: () => time.now }
  return {
    /** Set `time.now` to let time pass. */
    time,
    identityDb,
    ledgerDb,
    clock,
    ...countedPauses(),
    ids: uuidV7(clock),
    secrets: randomSecrets,
    tokens: reader,
    tokenWriter: writer,
    ...quickPasswords(),
    users: sqlUsers(identityDb),
    sessions: sqlSessions(identityDb),
    attempts: sqlAttempts(identityDb),
    schedules: sqlSchedules(identityDb),
    shelf: sqlReportShelf(identityDb),
    mailTokens: sqlMailTokens(identityDb),
    passwordChanges: sqlPasswordChanges(identityDb),
    mailPreferences: sqlMailPreferences(identityDb),
    objects: folderObjects({ folder: tempFolder(), publicUrl, secret: 'of this desk', clock }),
    letters: quickLetters,
    ...collectedMails(),
    ledgers: sqlLedgers(ledgerDb),
    principals: sqlPrincipals(ledgerDb),
    publicUrl,
  }
}

export type IdentityDesk = Awaited<ReturnType<typeof identityDesk>>

/** Pauses that take no time, and how long they would have been. */
function countedPauses() {
  const pauses: number[] = []
  const pause: Pause = async (ms) => void pauses.push(ms)
  return { pauses, pause }
}

/** Mails that were handed over, in order; what becomes of them can be set. */
function collectedMails() {
  const mails: Mail[] = []
  const delivery: { outcome: SendOutcome } = { outcome: { kind: 'accepted' } }
  const mailer: Mailer = {
    repeatable: false,
    async send(mail) {
      mails.push(mail)
      return delivery.outcome
    },
  }
  return { mails, delivery, mailer }
}

/** Hashes that can be read, and a list of what was computed: Argon2 is tested where it is. */
function quickPasswords(): { readonly passwords: Passwords; readonly computed: string[] } {
  const computed: string[] = []
  const passwords: Passwords = {
    hash: async (password) => {
      computed.push('hash')
      return `quick:${password.normalize('NFC')}`
    },
    verify: async (password, hash) => {
      computed.push('verify')
      return hash === `quick:${password.normalize('NFC')}`
    },
    pretend: async () => {
      computed.push('verify')
    },
  }
  return { passwords, computed }
}

interface Replied {
  readonly status: number
  readonly body: { readonly user: { readonly id: string }; readonly accessToken: string }
  readonly headers?: { readonly [name: string]: string | readonly string[] }
}

/** What somebody who was let in holds: the cookie as a browser sends it, and who they are to the edge. */
export function held(desk: IdentityDesk, { body, headers }: Replied) {
  const cookie = cookieIn(headers)
  const claims = desk.tokens.read(body.accessToken, desk.time.now)
  if (!claims) throw new Error('The access token cannot be read')
  return { cookie, claims, scope: { userId: claims.userId, sessionId: claims.sessionId } as SessionScope }
}

/** As a browser would send it back; undefined when none was set. */
export function cookieIn(headers: Replied['headers']): string | undefined {
  const set = headers?.['set-cookie']
  return typeof set === 'string' ? set.split(';')[0] : undefined
}

export async function registered(desk: IdentityDesk, wish: Partial<typeof ashasWish> = {}, from = {}) {
  const answer = await register(desk, undefined, asked({ ...ashasWish, ...wish }, from))
  if (!answer.ok) throw new Error(`Registration was refused: ${answer.error.kind}`)
  return { ...held(desk, answer.value), ledgerId: answer.value.body.ledger.id }
}

export async function loggedIn(desk: IdentityDesk, { email, password } = ashasWish, from = {}) {
  const answer = await logIn(desk, undefined, asked({ email, password }, from))
  if (!answer.ok) throw new Error(`The log-in was refused: ${answer.error.kind}`)
  return held(desk, answer.value)
}

export const refreshed = (desk: IdentityDesk, cookie: string | undefined, from: object = {}) =>
  refresh(desk, undefined, {
    params: {},
    query: undefined,
    body: undefined,
    headers: { ...(cookie !== undefined && { cookie }) },
    caller: { ...caller, ...from },
  })

/** What the edge hands to a handler whose route takes a body and nothing else. */
export const asked = <Body>(body: Body, from: Partial<typeof caller> = {}) => ({
  params: {},
  query: undefined,
  body,
  headers: {},
  caller: { ...caller, ...from },
})

export const refusalIn = <E>(answer: Result<unknown, E>): E | undefined => (answer.ok ? undefined : answer.error)

/** The status of an answer, or the kind of a refusal. */
export const outcomeOf = (answer: Result<{ readonly status: number }, { readonly kind: string }>): number | string =>
  answer.ok ? answer.value.status : answer.error.kind
