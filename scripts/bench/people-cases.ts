import { performance } from 'node:perf_hooks'
import { logIn } from '../../functions/actions/login/log-in.ts'
import { main as register } from '../../functions/actions/register/action.ts'
import { loadIbmDb } from '../../functions/adapters/sql/db2/client.ts'
import { connectionString } from '../../functions/adapters/sql/db2/connection-string.ts'
import { type Db2Settings, parseDb2 } from '../../functions/adapters/sql/db2/settings.ts'
import * as compose from '../../functions/compose.ts'
import { startAll } from '../../functions/edge/starters.ts'
import { prove } from '../../functions/edge/who.ts'
import { db2Lacks, startDb2 } from '../../tests/support/db2.ts'
import { countedLine } from '../../tests/support/drda/round-trips.ts'
import { migrated } from '../../tests/support/migrated.ts'
import { asParams } from '../../tests/support/runtime.ts'
import { tempFolder } from '../../tests/support/temp-folder.ts'
import { keysIn } from '../local/keys.ts'
import type { Figure } from './figure.ts'
import { median } from './slices.ts'

const rounds = 5
const times = 100

/**
 * Logging in, but for the hash, and proving a session, with people in Db2: round trips to the database, and milliseconds
 * beside those of one bare query of IBM's driver. The server is the one of the tests, which speaks Db2's protocol; ledgers
 * are on SQLite, of which a log-in asks one.
 */
export async function people(tell: (text: string) => void): Promise<readonly Figure[]> {
  const lack = db2Lacks()
  if (lack) {
    tell(`people in Db2: left out, for ${lack}`)
    return []
  }
  const server = await startDb2()
  const line = await countedLine(server.port)
  const there = parseDb2(server.fresh().replace(`:${server.port}/`, `:${line.port}/`))
  try {
    return await measured(there, line.taken)
  } finally {
    await compose.close()
    line.close()
    server.stop()
  }
}

async function measured(there: Db2Settings, taken: () => number): Promise<readonly Figure[]> {
  const { logsIn, isProven } = await somebody(there)
  const bare = await bareQuery(there)
  const found: Figure[] = []
  for (const { name, most, does } of [
    { name: 'log in, without the hash', most: 2, does: logsIn },
    { name: 'session check', most: 1, does: isProven },
  ]) {
    await slice(does, taken)
    const all = []
    for (let round = 0; round < rounds; round++) {
      all.push({ product: await slice(does, taken), floor: await slice(bare.query, taken) })
    }
    const trips = Math.max(...all.map(({ product }) => product.trips))
    const ms = median(all.map(({ product }) => product.ms))
    const floor = median(all.map((round) => round.floor.ms))
    const ratio = median(all.map((round) => round.product.ms / round.floor.ms))
    const usual = { engine: 'db2', n: 0 }
    found.push(
      { ...usual, name: `${name}: round trips`, value: trips, unit: '', goal: `<= ${most}`, met: trips <= most },
      { ...usual, name, value: ms, unit: 'ms', floor, ratio, goal: 'none', met: true },
    )
  }
  await bare.close()
  return found
}

type Does = () => Promise<unknown>

/** Medians of one call each. */
async function slice(does: Does, taken: () => number): Promise<{ readonly ms: number; readonly trips: number }> {
  const all: { ms: number; trips: number }[] = []
  for (let n = 0; n < times; n++) {
    taken()
    const began = performance.now()
    await does()
    all.push({ ms: performance.now() - began, trips: taken() })
  }
  return { ms: median(all.map(({ ms }) => ms)), trips: median(all.map(({ trips }) => trips)) }
}

async function somebody({ user, database, servers }: Db2Settings): Promise<{ logsIn: Does; isProven: Does }> {
  const folder = tempFolder()
  const { privateKey, publicKeys } = keysIn(folder)
  const [{ host, port }] = servers
  const env = {
    PUBLIC_URL: 'https://outlay.example',
    TOKEN_PRIVATE_KEY: privateKey,
    TOKEN_PUBLIC_KEYS: publicKeys,
    OUTLAY_IDENTITY: `db2://${user}:any@${host}:${port}/${database}?Authentication=SERVER`,
    OUTLAY_LEDGER: `sqlite:${folder}/ledger.db`,
    OUTLAY_MAIL: `outbox:${folder}/outbox`,
  }
  await migrated({ identity: env.OUTLAY_IDENTITY, ledger: env.OUTLAY_LEDGER })
  const asha = { email: 'asha@example.org', password: 'correct horse battery' }
  const home = { name: 'Asha', timeZone: 'Europe/Berlin', locale: 'en', currency: 'EUR' }
  const answer = await register({ ...asParams('POST', '/v1/users', { body: { ...asha, ...home }, env }) })
  if (answer.statusCode !== 201) throw new Error(`Nobody could register: ${JSON.stringify(answer.body)}`)

  const { attempts, ids, ledgers, principals, publicUrl, schedules, secrets, tokenWriter, users } = compose
  const needs = await startAll(
    { ...compose.bySession, attempts, ids, ledgers, principals, publicUrl, schedules, secrets, tokenWriter, users },
    env,
  )
  const passwords = { hash: async () => '', verify: async () => true, pretend: async () => {} }
  const caller = { address: '203.0.113.7', agent: 'bench', requestId: 'bench' }
  const logsIn = async () => {
    const result = await logIn({ ...needs, passwords }, undefined, {
      params: {},
      query: undefined,
      headers: {},
      body: asha,
      caller,
    })
    if (!result.ok || !('user' in result.value.body)) throw new Error('Nobody could log in.')
    return result.value.body
  }
  const { accessToken } = await logsIn()
  const claims = needs.tokens.read(accessToken, Date.now())
  if (!claims) throw new Error('The token cannot be read.')
  return {
    logsIn,
    isProven: async () => {
      const proven = await prove('session', needs, claims, 'default')
      if (!proven.ok) throw new Error('The session is not proven.')
    },
  }
}

/** Prepared, run, read and closed, with which it commits: no more than driver and wire cost. */
async function bareQuery(there: Db2Settings): Promise<{ query: Does; close: Does }> {
  const ibm = loadIbmDb()
  const database = new ibm.Database()
  await database.open(connectionString(there, there.servers[0], undefined))
  return {
    query: async () => {
      const statement = await database.prepare('select 1 from sysibm.sysdummy1')
      const result = await statement.execute([])
      await result.fetchAll({ fetchMode: 3 })
      await statement.close()
    },
    close: () => database.close(),
  }
}
