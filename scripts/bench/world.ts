import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { main as accounts } from '../../functions/actions/accounts/action.ts'
import { main as budgets } from '../../functions/actions/budgets/action.ts'
import { main as insights } from '../../functions/actions/insights/action.ts'
import { main as login } from '../../functions/actions/login/action.ts'
import { main as register } from '../../functions/actions/register/action.ts'
import { main as transactions } from '../../functions/actions/transactions/action.ts'
import type { LedgerTables } from '../../functions/adapters/ledger/schema.ts'
import { parseMysql } from '../../functions/adapters/sql/engine.ts'
import { openMysql } from '../../functions/adapters/sql/mysql.ts'
import { openSqlite } from '../../functions/adapters/sql/sqlite.ts'
import { close } from '../../functions/compose.ts'
import { parseDay } from '../../functions/domain/day.ts'
import { parseId, type UserId } from '../../functions/domain/ids.ts'
import { migrated } from '../../tests/support/migrated.ts'
import { asParams } from '../../tests/support/runtime.ts'
import { keysIn } from '../local/keys.ts'
import { startCommand } from '../start-command.ts'
import { fill, scopeOf } from './fill.ts'
import { type EngineName, type Kept, placesFor } from './places.ts'
import { type Running, started } from './process.ts'
import { asJson, recorded, type Sent } from './record.ts'

/** What one request came to: what it sent to the databases, and what it answered. */
export interface Recording {
  readonly sent: readonly Sent[]
  readonly answer: { readonly headers: object; readonly body: unknown }
}

/** What the floor replays for one path, each time with fresh ids in the place of these. */
export interface Replay extends Recording {
  readonly ids: readonly string[]
}

/** A request to record; made anew for each call, for some may not be sent twice. */
export interface Recorded {
  readonly action: 'accounts' | 'insights' | 'transactions'
  readonly method: string
  readonly path: string
  readonly body?: unknown
}

/** Ledgers of several sizes on one engine, and what it takes to run product and floor on them. */
export interface World {
  readonly engine: EngineName
  /** A fresh access token of the person whose ledger has that many entries. */
  token(size: number): Promise<string>
  /** Calls an action in this process. */
  record(size: number, request: () => Recorded): Promise<Recording>
  product(): Promise<Running>
  floor(requests: Readonly<Record<string, Replay>>): Promise<Running>
  close(): Promise<void>
}

/** The day that the fixtures end on; entries lie in the 540 days before. */
export const lastDay = '2026-11-20'

const mains = { accounts, register, login, insights, transactions, budgets }
const password = 'correct horse battery'

export async function worldOf(
  engine: EngineName,
  sizes: readonly number[],
  tell: (text: string) => void,
  kept: Kept = { folder: undefined, mysql: undefined },
): Promise<World> {
  const { folder, identity, ledger, end } = await placesFor(engine, kept)
  await migrated({ identity, ledger })

  const keys = keysIn(folder)
  const env = {
    PUBLIC_URL: 'http://localhost',
    TOKEN_PRIVATE_KEY: keys.privateKey,
    TOKEN_PUBLIC_KEYS: keys.publicKeys,
    OUTLAY_IDENTITY: identity,
    OUTLAY_LEDGER: ledger,
    OUTLAY_MAIL: `outbox:${join(folder, 'outbox')}`,
  }
  const call = async (action: keyof typeof mains, method: string, path: string, body?: unknown, token?: string) => {
    const headers = token ? { authorization: `Bearer ${token}` } : {}
    const answer = await mains[action]({ ...asParams(method, path, { body, headers, env }) })
    if (answer.statusCode >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(answer.body)}`)
    return { headers: answer.headers, body: answer.body as { accessToken: string; user: { id: string } } }
  }
  const email = (size: number) => `ledger-${size}@example.org`
  const token = async (size: number) =>
    (await call('login', 'POST', '/v1/sessions', { email: email(size), password })).body.accessToken

  for (const size of sizes) {
    const userId = await personWith(size)
    const began = performance.now()
    const filled = await fillUp(ledger, userId, size)
    if (filled > 0) tell(`${engine}: ${filled} entries through the write door in ${ms(began)} ms`)
  }

  /** Somebody with a limit, and an empty ledger unless there is one from an earlier run. */
  async function personWith(size: number): Promise<string> {
    const known = await call('login', 'POST', '/v1/sessions', { email: email(size), password }).catch(() => undefined)
    if (known) return known.body.user.id
    const home = { name: 'Asha', timeZone: 'Europe/Berlin', locale: 'en', currency: 'EUR' }
    const made = (await call('register', 'POST', '/v1/users', { email: email(size), password, ...home })).body
    const budget = { amount: '2000.00', rule: 'month' }
    await call('budgets', 'POST', '/v1/ledgers/default/budgets', budget, made.accessToken)
    return made.user.id
  }

  return {
    engine,
    token,
    async record(size, request) {
      const access = await token(size)
      const send = () => {
        const { action, method, path, body } = request()
        return call(action, method, path, body, access)
      }
      // once before, so that what is sent only on a new connection stays out
      await send()
      let answer: Recording['answer'] = { headers: {}, body: undefined }
      const sent = await recorded(async () => {
        answer = await send()
      })
      return { sent, answer }
    },
    async product() {
      await close()
      const { PUBLIC_URL: _, ...settings } = env
      return started(startCommand, {
        ...settings,
        OUTLAY_DATA: folder,
        PORT: '0',
        LOG: 'off',
        NODE_ENV: 'production',
      })
    },
    async floor(requests) {
      const script = join(folder, `floor-${Object.keys(requests).join('').replace(/\W/g, '')}.json`)
      const { connections = 1, ...server } = engine === 'mysql' ? parseMysql(ledger) : {}
      const at = { ...server, connectionLimit: connections }
      const pragmas = ['journal_mode = wal', 'synchronous = full']
      writeFileSync(script, asJson({ engine, file: join(folder, 'ledger.db'), server: at, pragmas, requests }))
      return started(['scripts/bench/floor.mjs', script])
    },
    async close() {
      await close()
      end()
    },
  }
}

const ms = (since: number) => Math.round(performance.now() - since)

/** Hands back how many were missing. */
async function fillUp(ledger: string, user: string, size: number): Promise<number> {
  const last = parseDay(lastDay)
  const userId = parseId<UserId>(user)
  if (!last.ok || !userId) throw new Error('The fixtures name no day or no person.')
  const db = ledger.startsWith('sqlite:')
    ? await openSqlite<LedgerTables>(ledger.slice('sqlite:'.length))
    : await openMysql<LedgerTables>(parseMysql(ledger))
  const filled = await fill(db, await scopeOf(db, userId), size, last.value)
  await db.destroy()
  return filled
}
