import { spawn } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

/** What `/run` of the runtime answers: a status and the JSON beside it. */
export interface Ran {
  readonly status: number
  readonly result: unknown
}

/** One container of the imitated runtime with one action in it. */
export interface Container {
  init(value: object): Promise<Ran>
  /** `context` is what the host says of the activation beside its parameters; it gets into the environment. */
  run(value: object, context?: { readonly [name: string]: string }): Promise<Ran>
  /** What the action and the runtime wrote, both streams in one. */
  output(): string
  stop(): void
}

/**
 * Starts the runtime in an empty folder outside the project, with an environment that names nothing of it. `inImage` are
 * folders of the project that lie beside what the runtime unpacks, as an image of one's own has them.
 */
export async function startContainer(env: NodeJS.ProcessEnv = {}, inImage: readonly string[] = []): Promise<Container> {
  const folder = mkdtempSync(join(tmpdir(), 'outlay-action-'))
  for (const one of inImage) {
    mkdirSync(dirname(join(folder, one)), { recursive: true })
    symlinkSync(resolve(one), join(folder, one))
  }
  copyFileSync('tests/support/runtime.cjs', join(folder, 'runtime.cjs'))
  const unzip = createRequire(import.meta.url).resolve('fflate')
  const child = spawn(process.execPath, ['runtime.cjs', unzip], {
    cwd: folder,
    env: { PATH: process.env.PATH, ...env },
  })

  let written = ''
  const port = await new Promise<number>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The runtime ended with ${code}: ${written}`)))
    child.stderr.on('data', (bytes) => {
      written += bytes
    })
    child.stdout.on('data', (bytes) => {
      written += bytes
      const first = /^(\d+)\n/.exec(written)
      if (first) resolve(Number(first[1]))
    })
  })
  const post = async (path: string, body: object): Promise<Ran> => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', body: JSON.stringify(body) })
    return { status: response.status, result: await response.json() }
  }
  return {
    init: (value) => post('/init', { value }),
    run: (value, context) =>
      post('/run', { value, namespace: 'guest', deadline: String(Date.now() + 60_000), ...context }),
    output: () => written,
    stop: () => {
      child.kill('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** What `/init` is sent for a zip of `dist/actions`. */
export const zipped = (name: string): object => ({
  name,
  main: 'main',
  binary: true,
  code: readFileSync(`dist/actions/${name}.zip`).toString('base64'),
  env: {},
})

/** A request as OpenWhisk's controller hands it to a raw web action, the bound parameter beside it. */
export function asParams(
  method: string,
  target: string,
  { body, headers = {}, env }: { body?: unknown; headers?: Record<string, string>; env: object },
): object {
  const [path = '', query = ''] = target.split('?')
  return {
    __ow_method: method.toLowerCase(),
    __ow_headers: { host: 'outlay.example', 'x-forwarded-for': '203.0.113.7', ...jsonType(body), ...headers },
    __ow_path: path,
    __ow_query: query,
    __ow_body: body === undefined ? '' : Buffer.from(JSON.stringify(body)).toString('base64'),
    env: JSON.stringify(env),
  }
}

const jsonType = (body: unknown) => (body === undefined ? {} : { 'content-type': 'application/json' })
