import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { newKeys } from '../../functions/adapters/node/tokens.ts'
import { buildPrograms } from '../../scripts/build/image.ts'
import { buildSite } from '../../scripts/build/site.ts'
import { migrated } from '../support/migrated.ts'
import { sqliteFolder } from '../support/sqlite-folder.ts'

type Texts = { readonly [name: string]: string | undefined }

/** What a program has logged. */
export interface Line {
  readonly event: string
  readonly [fact: string]: unknown
}

/** The image's program, running. */
export interface Server {
  readonly url: string
  readonly child: ChildProcess
  /** What it has logged, a line each. */
  lines(): readonly Line[]
  /** Waits until it has logged a line like that: its answer may be here before. */
  said(is: (line: Line) => boolean): Promise<Line>
  /** Asks it to leave and waits until it is gone; answers with its exit code. */
  leave(): Promise<number | null>
}

let built: Promise<void> | undefined

/** Makes the program from the sources as they are, once in a process. */
export function program(): Promise<void> {
  built ??= buildSite().then(({ files }) => buildPrograms(files))
  return built
}

/** All that a server needs, with both planes in files of this folder, migrated. */
export async function settingsIn(folder: string): Promise<{ readonly [name: string]: string }> {
  const planes = { identity: `sqlite:${folder}/identity.db`, ledger: `sqlite:${folder}/ledger.db` }
  await migrated(planes)
  const { privateKey, publicKeys } = newKeys()
  return {
    PUBLIC_URL: 'http://localhost:8080',
    TOKEN_PRIVATE_KEY: privateKey,
    TOKEN_PUBLIC_KEYS: publicKeys,
    OUTLAY_IDENTITY: planes.identity,
    OUTLAY_LEDGER: planes.ledger,
    OUTLAY_OBJECTS: `folder:${folder}/files`,
    FILES_SECRET: 'a secret of files',
    OUTLAY_MAIL: `outbox:${folder}/outbox`,
    OUTLAY_JOBS: 'in-process',
  }
}

/** Starts a program of the image with these settings and nothing else of this process. */
export function spawned(env: Texts, args: readonly string[] = [], name = 'server'): ChildProcess {
  const given = { PATH: process.env.PATH, OUTLAY_SQLITE: sqliteFolder(), PORT: '0', ...env }
  return spawn(process.execPath, [`dist/image/app/${name}.mjs`, ...args], {
    env: given,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

export async function startServer(env: Texts): Promise<Server> {
  return watched(spawned(env))
}

/** Waits until a server says that it listens. */
export async function watched(child: ChildProcess): Promise<Server> {
  let written = ''
  const lines = (): readonly Line[] =>
    // what comes after the last break is not there whole yet
    written
      .split('\n')
      .slice(0, -1)
      .flatMap((line) => (line.startsWith('{') ? [JSON.parse(line)] : []))
  const port = await new Promise<number>((resolve, reject) => {
    const read = (text: string) => {
      written += text
      const said = lines().find(({ event }) => event === 'listening')
      if (said) resolve(Number(said.port))
    }
    child.stdout?.setEncoding('utf8').on('data', read)
    child.stderr?.setEncoding('utf8').on('data', read)
    child.once('close', (code) => reject(new Error(`It ended with ${code}: ${written}`)))
  })
  return {
    url: `http://127.0.0.1:${port}`,
    child,
    lines,
    said: async (is) => {
      for (;;) {
        const found = lines().find(is)
        if (found) return found
        if (child.stdout) await once(child.stdout, 'data')
      }
    },
    leave: async () => {
      if (child.exitCode === null && child.signalCode === null) {
        const gone = once(child, 'close')
        if (!child.killed) child.kill('SIGTERM')
        await gone
      }
      return child.exitCode
    },
  }
}

/** How it ends when it does not serve: its exit code and all that it says. */
export async function ended(
  env: Texts,
  args: readonly string[] = [],
  name?: string,
): Promise<{ code: number; said: string }> {
  const child = spawned(env, args, name)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  }
  const [code] = await once(child, 'close')
  return { code, said }
}
