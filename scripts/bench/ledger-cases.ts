import { randomUUID } from 'node:crypto'
import { performance } from 'node:perf_hooks'
import type { Figure } from './figure.ts'
import type { Running } from './process.ts'
import { type Ask, answered, compared, type Side } from './slices.ts'
import { lastDay, type Recorded, type Recording, type Replay, type World } from './world.ts'

const ledger = '/v1/ledgers/default'
const entriesPath = `${ledger}/transactions`
const inFlight = 16

/** What the overview asks for its figures, all of it at once. */
const insights: Recorded = { action: 'insights', method: 'GET', path: `${ledger}/insights?on=${lastDay}` }
const worth: Recorded = { action: 'accounts', method: 'GET', path: `${ledger}/net-worth?on=${lastDay}` }
const looks = [insights, worth]
const entry = { kind: 'expense', day: lastDay, amount: '12.50', payee: 'Payee 7', note: 'note 9' }
const batchOf = (ids: readonly string[]) => ({
  changes: ids.map((id, n) => ({
    op: 'create',
    id,
    transaction: {
      ...entry,
      day: `2026-${String(1 + (n % 10)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`,
    },
  })),
})

/** What the page asks for its figures, at every size: processor time against the floor, and how it grows. */
export async function figures(world: World, sizes: readonly number[]): Promise<readonly Figure[]> {
  const found: Figure[] = []
  const costs = new Map<number, number>()
  for (const size of sizes) {
    const token = await world.token(size)
    const replays: [path: string, Replay][] = []
    for (const look of looks) replays.push([look.path, { ids: [], ...(await world.record(size, () => look)) }])
    const product = await world.product()
    const floor = await world.floor(Object.fromEntries(replays))
    const asks = ({ url }: Running) => looks.map(({ path }) => see(url + path, token))
    const sides = [asking(product, asks(product)), asking(floor, asks(floor))] as const

    const once = await compared(...sides, looks.length)
    const [mine, least] = [once.product.cpuMs * looks.length, once.floor.cpuMs * looks.length]
    costs.set(size, mine)
    found.push(row(world, 'figures: CPU per look', size, mine, 'ms', least, once.cpuRatio, '<= 2'))
    if (size === 100_000) {
      const many = await compared(...sides, inFlight)
      const speed = many.product.answersPerSecond
      const floorSpeed = many.floor.answersPerSecond
      found.push(row(world, 'figures: 16 in flight', size, speed, 'answers/s', floorSpeed, many.speedRatio, '>= 0.5'))
    }
    await product.stop()
    await floor.stop()
  }
  const small = costs.get(1_000)
  const large = costs.get(1_000_000)
  if (small && large)
    found.push(row(world, 'figures: CPU at 1 M against 1 k', 1_000_000, large, 'ms', small, large / small, '<= 1.5'))
  return found
}

/** One person adds and looks; then sixteen write at once into one ledger. */
export async function adding(world: World, size: number): Promise<readonly Figure[]> {
  const add = await world.record(size, () => ({
    action: 'transactions',
    method: 'PUT',
    path: `${entriesPath}/${randomUUID()}`,
    body: entry,
  }))
  const seen = await world.record(size, () => insights)
  const token = await world.token(size)
  const product = await world.product()
  const floor = await world.floor({ '/add': { ids: idsIn(add), ...add }, '/see': { ids: [], ...seen } })

  const [write, look] = [put(product.url, token), see(product.url + insights.path, token)]
  const both = await compared(
    asking(product, [write, look]),
    asking(floor, [bare(floor, '/add', write), bare(floor, '/see', look)]),
    1,
  )
  const writers = await compared(asking(product, [write]), asking(floor, [bare(floor, '/add', write)]), inFlight)
  await product.stop()
  await floor.stop()
  const pairMs = (speed: number) => 2_000 / speed
  const [mine, least] = [pairMs(both.product.answersPerSecond), pairMs(both.floor.answersPerSecond)]
  const writes = writers.product.answersPerSecond
  return [
    row(world, 'add and see', size, mine, 'ms', least, 1 / both.speedRatio, '<= 2.5'),
    row(world, '16 writers', size, writes, 'writes/s', writers.floor.answersPerSecond, writers.speedRatio, '>= 0.6'),
  ]
}

/** Ten thousand rows by the batch route, against the floor that replays one batch twenty times with other ids. */
export async function importing(world: World, size: number): Promise<readonly Figure[]> {
  const path = `${entriesPath}/batch`
  const batch = await world.record(size, () => ({
    action: 'transactions',
    method: 'POST',
    path,
    body: batchOf(uuids(500)),
  }))
  const token = await world.token(size)
  const product = await world.product()
  const floor = await world.floor({ '/batch': { ids: idsIn(batch), ...batch } })

  const authorization = `Bearer ${token}`
  const headers = { authorization, 'content-type': 'application/json' }
  const url = `${product.url}${path}`
  const send = () => ({ method: 'POST', url, headers, body: JSON.stringify(batchOf(uuids(500))) })
  const mine = await rowsPerSecond(send)
  const least = await rowsPerSecond(bare(floor, '/batch', send))
  await product.stop()
  await floor.stop()
  const figure = row(world, 'import of 10,000 rows', size, mine, 'rows/s', least, mine / least, '>= 0.5')
  return [{ ...figure, goal: '>= 20000 rows/s or >= 0.5', met: figure.met || mine >= 20_000 }]
}

async function rowsPerSecond(next: () => Ask): Promise<number> {
  await answered(next())
  const began = performance.now()
  for (let batch = 0; batch < 20; batch++) await answered(next())
  return 10_000_000 / (performance.now() - began)
}

const uuids = (count: number) => Array.from({ length: count }, () => randomUUID())

/** The ids of entries in what was sent: those that a fresh write must not repeat. */
function idsIn({ sent }: Recording): readonly string[] {
  const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4/
  return [
    ...new Set(
      sent.flatMap(({ values = [] }) => values.filter((value) => typeof value === 'string' && uuid.test(value))),
    ),
  ] as string[]
}

function asking({ pid }: { readonly pid: number }, asks: readonly (() => Ask)[]): Side {
  let turn = 0
  return { pid, next: () => (asks[turn++ % asks.length] ?? asks[0])?.() as Ask }
}

const see = (url: string, token: string) => () => ({
  method: 'GET',
  url,
  headers: { authorization: `Bearer ${token}` },
})
const put = (url: string, token: string) => () => ({
  method: 'PUT',
  url: `${url}${entriesPath}/${randomUUID()}`,
  headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
  body: JSON.stringify(entry),
})
/** The floor gets the very same request, but for its address. */
const bare =
  ({ url }: { readonly url: string }, path: string, like: () => Ask) =>
  (): Ask => ({ ...like(), url: url + path })

function row(
  { engine }: World,
  name: string,
  n: number,
  value: number,
  unit: string,
  floor: number,
  ratio: number,
  goal: string,
): Figure {
  const [sign, bound = ''] = goal.split(' ')
  return {
    name,
    engine,
    n,
    value,
    unit,
    floor,
    ratio,
    goal,
    met: sign === '<=' ? ratio <= Number(bound) : ratio >= Number(bound),
  }
}
