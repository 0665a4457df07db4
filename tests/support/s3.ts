import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { CosSettings } from '../../functions/adapters/objects/settings.ts'
import { freePort } from './free-port.ts'
import { programPath } from './programs.ts'

/** A store that speaks S3, with one empty bucket. */
export interface S3Server {
  readonly name: string
  /** By path, with its HMAC pair. */
  readonly settings: CosSettings
  stop(): Promise<void>
}

/** The one from the package registry, in this process. */
export async function startS3rver(): Promise<S3Server> {
  const S3rver = createRequire(import.meta.url)('@20minutes/s3rver') as new (options: object) => Runnable
  const directory = mkdtempSync(join(tmpdir(), 'outlay-s3-'))
  const place = { address: '127.0.0.1', port: 0, directory }
  const server = new S3rver({ ...place, silent: true, configureBuckets: [{ name: bucket }] })
  const { port } = await server.run()
  return {
    name: 's3rver',
    settings: { ...usual, endpoint: `http://127.0.0.1:${port}`, key: 'S3RVER', secret: 'S3RVER' },
    stop: async () => {
      await server.close()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

interface Runnable {
  run(): Promise<{ readonly port: number }>
  close(): Promise<void>
}

/** Where this machine's versitygw is, if it has one; scripts/test-setup builds it where there is Go. */
export function versitygwPath(): string | undefined {
  const built = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'outlay', 'versitygw')
  return programPath('versitygw') ?? (existsSync(built) ? built : undefined)
}

/** Another one, written by others in another language, in a process of its own. It knows buckets below `s3.localhost`, too. */
export async function startVersitygw(): Promise<S3Server> {
  const directory = mkdtempSync(join(tmpdir(), 'outlay-s3-'))
  mkdirSync(join(directory, 'data', bucket), { recursive: true })
  mkdirSync(join(directory, 'beside'))
  const port = await freePort()
  const [key, secret] = ['outlay', 'a secret of the tests']
  const place = ['--port', `127.0.0.1:${port}`, '--virtual-domain', 's3.localhost', '--quiet']
  const options = ['--access', key, '--secret', secret, ...place]
  // not every file system has the attributes where it would keep what it knows of a file
  const files = ['posix', '--sidecar', join(directory, 'beside'), join(directory, 'data')]
  const server = spawn(versitygwPath() ?? 'versitygw', [...options, ...files], { stdio: 'ignore' })
  const stop = () => server.kill('SIGKILL')
  process.on('exit', stop)
  const endpoint = `http://127.0.0.1:${port}`
  await ready(server, endpoint)
  return {
    name: 'versitygw',
    settings: { ...usual, endpoint, key, secret },
    stop: async () => {
      process.off('exit', stop)
      const gone = once(server, 'exit')
      stop()
      await gone
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

const bucket = 'outlay'
const usual = { bucket, region: 'us-east-1', style: 'path', iam: 'http://127.0.0.1:1/identity/token' } as const

async function ready(server: ChildProcess, endpoint: string): Promise<void> {
  for (const patience = Date.now() + 20_000; ; await pause(30)) {
    if (
      await fetch(endpoint).then(
        () => true,
        () => false,
      )
    )
      return
    if (server.exitCode !== null || Date.now() > patience) throw new Error('versitygw did not start')
  }
}
