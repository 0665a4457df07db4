import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { zipSync } from 'fflate'
import { asParams, startContainer, zipped } from '../../tests/support/runtime.ts'
import { buildActions } from '../build/actions.ts'
import { buildSite } from '../build/site.ts'
import { startCommand } from '../start-command.ts'
import type { Figure } from './figure.ts'
import { started } from './process.ts'
import { answered, median } from './slices.ts'

const times = 7

/** Each action's bytes, and how long a fresh runtime takes to load it and refuse a first call, against an empty action. */
export async function bundles(): Promise<readonly Figure[]> {
  const { files, gzipped } = await buildSite()
  const reports = await buildActions(files)
  const empty = zipSync({
    'package.json': Buffer.from('{"main":"empty.js"}'),
    'empty.js': Buffer.from('module.exports.main=()=>({statusCode:204})'),
  })
  const nothing = { ...zipped(reports[0]?.name ?? ''), code: Buffer.from(empty).toString('base64') }
  const found: Figure[] = []
  for (const { name, bundle } of reports) {
    found.push(plain(`bundle of ${name}`, bundle, 'bytes', name === 'site' ? Number.POSITIVE_INFINITY : 120 * 1024))
    const { cold, floor, more } = await coldMs(zipped(name), nothing)
    const goal = 'at most 60 ms more'
    found.push({
      name: `init + first call of ${name}`,
      engine: '',
      n: 0,
      value: cold,
      unit: 'ms',
      floor,
      ratio: cold / floor,
      goal,
      met: more <= 60,
    })
  }
  found.push(
    plain(
      'page: script and style, gzipped',
      Math.max(...Object.values(gzipped.first)) + gzipped.css,
      'bytes',
      31 * 1024,
    ),
  )
  return found
}

/** By turns, for what else the machine does slows both; what counts is how much longer a start is than the one before. */
async function coldMs(value: object, nothing: object): Promise<{ cold: number; floor: number; more: number }> {
  const pairs: { readonly cold: number; readonly floor: number }[] = []
  for (let time = 0; time < times; time++) {
    const floor = await startMs(nothing)
    pairs.push({ floor, cold: await startMs(value) })
  }
  return {
    cold: median(pairs.map(({ cold }) => cold)),
    floor: median(pairs.map(({ floor }) => floor)),
    more: median(pairs.map(({ cold, floor }) => cold - floor)),
  }
}

async function startMs(value: object): Promise<number> {
  const container = await startContainer()
  const began = performance.now()
  await container.init(value)
  await container.run(asParams('GET', '/v1/nowhere', { env: {} }))
  const ms = performance.now() - began
  container.stop()
  return ms
}

/** From the start of the process to the first answer, against a bare server on the same engine; then memory at rest. */
export async function hostStart(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'outlay-start-'))
  const env = { OUTLAY_DATA: join(folder, 'data'), PORT: '0', LOG: 'off' }
  await (await started(startCommand, env)).stop()
  const script = join(folder, 'floor.json')
  const answer = { headers: { 'content-type': 'application/json' }, body: { ok: true } }
  const requests = { '/v1/health': { ids: [], sent: [{ sql: 'select 1', values: [], rows: true }], answer } }
  writeFileSync(script, JSON.stringify({ engine: 'sqlite', file: join(folder, 'floor.db'), pragmas: [], requests }))

  const mine: number[] = []
  const bare: number[] = []
  for (let time = 0; time < times; time++) {
    mine.push(await firstAnswerMs(startCommand, env))
    bare.push(await firstAnswerMs(['scripts/bench/floor.mjs', script], {}))
  }
  const host = await started(startCommand, env)
  await answered({ method: 'GET', url: `${host.url}/v1/health` })
  await pause(2_000)
  const rss = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${host.pid}/status`, 'utf8'))?.[1]) / 1024
  await host.stop()
  rmSync(folder, { recursive: true, force: true })

  const [value, floor] = [median(mine), median(bare)]
  const ratio = value / floor
  return [
    {
      name: 'start to first answer',
      engine: 'sqlite',
      n: 0,
      value,
      unit: 'ms',
      floor,
      ratio,
      goal: '<= 1.5',
      met: ratio <= 1.5,
    },
    plain('memory at rest', rss, 'MiB', 80),
  ]
}

async function firstAnswerMs(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const began = performance.now()
  const host = await started(args, env)
  await answered({ method: 'GET', url: `${host.url}/v1/health` })
  const ms = performance.now() - began
  await host.stop()
  return ms
}

const plain = (name: string, value: number, unit: string, most: number): Figure => ({
  name,
  engine: '',
  n: 0,
  value,
  unit,
  goal: most === Number.POSITIVE_INFINITY ? 'none' : `<= ${most}`,
  met: value <= most,
})
