import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
import { startMariadb } from '../../tests/support/mariadb.ts'
import { migrated } from '../../tests/support/migrated.ts'
import { asParams } from '../../tests/support/runtime.ts'
import { keysIn } from '../local/keys.ts'
import { fill, scopeOf } from './fill.ts'
import { type Running, started } from './process.ts'
import { asJson, recorded, type Sent } from './record.ts'

export type EngineName = 'sqlite' | 'mysql'

/** What one request came to: what it sent to the databases, and what it answered. */
export interface Recording {
  readonly sent: readonly Sent[]
  readonly answer: unknown
}

/** What the floor replays for one path, each time with fresh ids in the place of these. */
export interface Replay extends Recording {
  readonly ids: readonly string[]
}

/** A request to record; made anew for each call, for some may not be sent twice. */
export interface Recorded {
  readonly action: 'insights' | 'transactions'
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

const mains = { register, login, insights, transactions, budgets }
const password = 'correct horse battery'

export async function worldOf(
  engine: EngineName,
  sizes: readonly number[],
  tell: (text: string) => void,
): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'outlay-bench-'))
  const mariadb = engine === 'mysql' ? await startMariadb() : undefined
  const server = mariadb && (await mariadb.database('bench'))
  const ledger = server
    ? `mysql://${server.user}@localhost/${server.database}?connections=16&socketPath=${encodeURIComponent(mariadb.socketPath)}`
    : `sqlite:${join(folder, 'ledger.db')}`
  const identity = `sqlite:${join(folder, 'identity.db')}`
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
    return answer.body as { accessToken: string; user: { id: string } }
  }
  const email = (size: number) => `ledger-${size}@example.org`
  const token = async (size: number) =>
    (await call('login', 'POST', '/v1/sessions', { email: email(size), password })).accessToken

  for (const size of sizes) {
    const person = {
      email: email(size),
      password,
      name: 'Asha',
      timeZone: 'Europe/Berlin',
      locale: 'en',
      currency: 'EUR',
    }
    const { user, accessToken } = await call('register', 'POST', '/v1/users', person)
    await call('budgets', 'POST', '/v1/ledgers/default/budgets', { amount: '2000.00', rule: 'month' }, accessToken)
    const began = performance.now()
    await filled(ledger, user.id, size)
    tell(`${engine}: ${size} entries through the write door in ${Math.round(performance.now() - began)} ms`)
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
      let answer: unknown
      const sent = await recorded(async () => {
        answer = await send()
      })
      return { sent, answer }
    },
    async product() {
      await close()
      const { PUBLIC_URL: _, ...settings } = env
      return started(['scripts/start.mjs'], {
        ...settings,
        OUTLAY_DATA: folder,
        PORT: '0',
        LOG: 'off',
        NODE_ENV: 'production',
      })
    },
    async floor(requests) {
      const script = join(folder, `floor-${Object.keys(requests).join('').replace(/\W/g, '')}.json`)
      const at = server && { ...server, connectionLimit: 16 }
      const pragmas = ['journal_mode = wal', 'synchronous = full']
      writeFileSync(script, asJson({ engine, file: join(folder, 'ledger.db'), server: at, pragmas, requests }))
      return started(['scripts/bench/floor.mjs', script])
    },
    async close() {
      await close()
      mariadb?.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function filled(ledger: string, user: string, size: number): Promise<void> {
  const last = parseDay(lastDay)
  const userId = parseId<UserId>(user)
  if (!last.ok || !userId) throw new Error('The fixtures name no day or no person.')
  const db = ledger.startsWith('sqlite:')
    ? await openSqlite<LedgerTables>(ledger.slice('sqlite:'.length))
    : await openMysql<LedgerTables>(parseMysql(ledger))
  await fill(db, await scopeOf(db, userId), size, last.value)
  await db.destroy()
}
