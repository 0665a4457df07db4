import { execFile, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { buildSync } from 'esbuild'
import * as fc from 'fast-check'
import type { Kysely } from 'kysely'
import type { IdentityTables } from '../../functions/adapters/identity/schema.ts'
import type { LedgerTables } from '../../functions/adapters/ledger/schema.ts'
import { newKeys } from '../../functions/adapters/node/tokens.ts'
import { openSqlite } from '../../functions/adapters/sql/sqlite.ts'
import { migrated } from '../support/migrated.ts'

/** Where a process is killed: before or after the n-th call of a port, or before its n-th statement, from 0. */
export type Cut =
  | { readonly at: 'call'; readonly n: number; readonly when: 'before' | 'after' }
  | { readonly at: 'statement'; readonly n: number }

export interface Task {
  readonly folder: string
  readonly deed: 'register' | 'log in' | 'leave' | 'resume' | 'tick'
  readonly email: string
  readonly password: string
  readonly address?: string
  /** How far the clock of that process is ahead. */
  readonly laterMs?: number
  readonly cut?: Cut
}

export interface Did {
  /** A status, or the kind of a refusal; of a resumption, how many people were found, of a tick, how many rows. */
  readonly outcome: string | number
  readonly calls: readonly string[]
  readonly statements: number
}

export const asha = { email: 'asha@example.org', password: 'correct horse battery' }
export const ben = { email: 'ben@example.org', password: 'staple a longer battery' }

const home = mkdtempSync(join(tmpdir(), 'outlay-crash-'))
process.on('exit', () => rmSync(home, { recursive: true, force: true }))

/** Does it in a process of its own; undefined when that was killed, and anything else is an error. */
export function inProcess(task: Task): Did | undefined {
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [program(), JSON.stringify(task)], {
    encoding: 'utf8',
    timeout: 60_000,
  })
  if (signal === 'SIGKILL' && task.cut) return undefined
  if (status !== 0 || signal) throw new Error(`${JSON.stringify(task)}: ${signal ?? status}\n${stderr}`)
  return JSON.parse(stdout)
}

/** All at the same time, each in a process of its own. */
export function inProcesses(tasks: readonly Task[]): Promise<readonly Did[]> {
  const run = promisify(execFile)
  const file = program()
  const one = async (task: Task): Promise<Did> =>
    JSON.parse((await run(process.execPath, [file, JSON.stringify(task)], { timeout: 60_000 })).stdout)
  return Promise.all(tasks.map(one))
}

/** A folder with both planes and a key; copies are cheap. */
export async function newFolder(): Promise<string> {
  const folder = mkdtempSync(join(home, 'data-'))
  writeFileSync(join(folder, 'private-key'), newKeys().privateKey)
  await migrated({ identity: `sqlite:${folder}/identity.db`, ledger: `sqlite:${folder}/ledger.db` })
  return folder
}

export function copyOf(folder: string): string {
  const copy = mkdtempSync(join(home, 'data-'))
  cpSync(folder, copy, { recursive: true })
  return copy
}

export interface Open {
  readonly identityDb: Kysely<IdentityTables>
  readonly ledgerDb: Kysely<LedgerTables>
}

/** Opens both planes of a folder whose process is gone, and closes them again. */
export async function look<T>(folder: string, at: (open: Open) => Promise<T>): Promise<T> {
  const identityDb = await openSqlite<IdentityTables>(join(folder, 'identity.db'))
  const ledgerDb = await openSqlite<LedgerTables>(join(folder, 'ledger.db'))
  try {
    return await at({ identityDb, ledgerDb })
  } finally {
    await identityDb.destroy()
    await ledgerDb.destroy()
  }
}

/** Every cut before and after a call, and as many before a statement, spread by the seed. */
export function cutsOf({ calls, statements }: Did, inside: number): readonly Cut[] {
  const byCall = calls.flatMap((_, n) =>
    (['before', 'after'] as const).map((when) => ({ at: 'call' as const, n, when })),
  )
  const spread = [...new Set(fc.sample(fc.nat(statements - 1), { numRuns: inside, seed }))].sort((a, b) => a - b)
  return [...byCall, ...spread.map((n) => ({ at: 'statement' as const, n }))]
}

/** Printed with each cut, so that the same ones can be asked for again. */
export const seed = Number(process.env.SEED ?? Date.now() % 1_000_000)

export function nameOf(cut: Cut, { calls }: Did): string {
  return cut.at === 'call' ? `${cut.when} call ${cut.n}, ${calls[cut.n]}` : `before statement ${cut.n} (SEED=${seed})`
}

/** Bundled once: a process of it starts in a tenth of the time that the sources would take. */
function program(): string {
  bundled ??= bundle()
  return bundled
}

let bundled: string | undefined

function bundle(): string {
  const outfile = join(home, 'person.mjs')
  const libsql = pathToFileURL(createRequire(import.meta.url).resolve('libsql')).href
  buildSync({
    entryPoints: [join(import.meta.dirname, 'person.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    alias: { libsql },
    external: [libsql],
  })
  return outfile
}
