import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { startMariadb } from '../../tests/support/mariadb.ts'

export type EngineName = 'sqlite' | 'mysql'

/** Where both planes of the bench lie, as the configuration names them, and its folder. */
export interface Places {
  readonly folder: string
  readonly identity: string
  readonly ledger: string
  /** Takes away what was made for this run alone. */
  end(): void
}

/** What is to last beyond one run: a million entries take long to fill in. */
export interface Kept {
  readonly folder: string | undefined
  /** A database on a server that somebody else runs. */
  readonly mysql: string | undefined
}

export async function placesFor(engine: EngineName, kept: Kept): Promise<Places> {
  const folder = kept.folder ? resolve(kept.folder, engine) : mkdtempSync(join(tmpdir(), 'outlay-bench-'))
  mkdirSync(folder, { recursive: true })
  const server = engine === 'mysql' && !kept.mysql ? await startMariadb() : undefined
  const end = () => {
    server?.stop()
    if (!kept.folder) rmSync(folder, { recursive: true, force: true })
  }
  const identity = `sqlite:${join(folder, 'identity.db')}`
  if (engine === 'sqlite') return { folder, identity, ledger: `sqlite:${join(folder, 'ledger.db')}`, end }
  if (!server) return { folder, identity, ledger: kept.mysql ?? '', end }

  const { user, database } = await server.database('bench')
  const socket = encodeURIComponent(server.socketPath)
  return { folder, identity, ledger: `mysql://${user}@localhost/${database}?connections=16&socketPath=${socket}`, end }
}
