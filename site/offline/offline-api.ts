import type { NewTransaction, TransactionPatch } from '../../functions/api/transactions.ts'
import { ok, refuse } from '../../functions/domain/result.ts'
import type { Api, RouteLines } from '../api.ts'
import type { Asked } from './asked.ts'
import { type Answer, after, type Call, type Given, type Kept, keyOf, type Later, lostMs, patienceMs } from './call.ts'
import type { Here } from './meanwhile.ts'
import type { Change } from './waiting.ts'

export interface Parts extends Here {
  readonly routes: RouteLines
  readonly server: Api
  /** Whether it is worth asking the server at all. */
  readonly isOnline: () => boolean
  readonly later: Later
  /** One after the other, in whatever tab, where the browser can see to that. */
  readonly inTurn: <T>(name: string, task: () => Promise<T>) => Promise<T>
  readonly asked: Asked
  /** Told after every call whether the server was there. */
  readonly heard: (isThere: boolean) => void
}

/** Not kept: documents, and what says of this very moment. */
const unkept = /^(?:health|openapi)\.|\.exportTransactions$/

/** What knows the server's rules: needed only while something waits. */
export const meanwhile = () => import('./meanwhile.ts')

/**
 * The API as somebody has it whose network comes and goes: what was seen once can be seen again, and a change of an entry
 * that cannot be sent waits in the queue and counts from now on, by the rules that the server has.
 */
export function offlineApi(parts: Parts): Api {
  const { routes, server, queue, now, later, inTurn, isOnline } = parts
  const features = Object.entries(routes).filter(([feature]) => feature in server)
  const calls = features.map(([feature, handlers]) => {
    const own = Object.entries(handlers).map(([name, line]) => {
      const call = Reflect.get(Reflect.get(server, feature), name) as Call
      const full = `${feature}.${name}`
      const isKept = line.startsWith('GET ') && !unkept.test(full)
      return [name, isKept ? reading(parts, full, call) : writing(parts, call)]
    })
    return [feature, Object.fromEntries(own)] as const
  })
  const api: { [feature: string]: { [name: string]: Call } } = Object.fromEntries(calls)

  async function change(id: string, change: Change, call: Call, given: Given, status: number): Promise<Answer> {
    // who does it anew has decided about what was refused
    for (const one of queue.of(id)) if (one.trouble) await queue.drop(one).catch(() => {})
    // what waits already goes first: the order of what was done is kept
    const goesBy = queue.of(id).length > 0 || !isOnline()
    const until = now() + lostMs
    const going = goesBy ? nowhere(given) : call(given)
    const answer = await Promise.race([going, after(later, patienceMs)])
    if (answer && (answer.ok || answer.error.kind !== 'offline')) return answer
    const unsent = { id, change, status, going, isTried: !goesBy, until: answer ? undefined : until }
    return meanwhile()
      .then(({ waits }) => waits(parts, unsent))
      .catch(() => going)
  }

  const transactions: { [name: string]: Call } = api.transactions ?? {}
  const { putTransaction: put = nowhere } = transactions
  const queued = (name: string, status: number, changeIn: (given: Given) => Change) => {
    const call = transactions[name] ?? nowhere
    transactions[name] = (given) => {
      const id = idIn(given)
      return inTurn(`outlay-${id}`, () => change(id, changeIn(given), call, given, status))
    }
  }
  queued('putTransaction', 201, ({ body }) => ({ do: 'create', draft: body as NewTransaction }))
  queued('changeTransaction', 200, (given) => ({
    do: 'patch',
    version: versionIn(given),
    patch: given.body as TransactionPatch,
  }))
  queued('removeTransaction', 204, (given) => ({ do: 'delete', version: versionIn(given) }))
  queued('restoreTransaction', 200, () => ({ do: 'restore' }))
  const create = transactions.putTransaction ?? nowhere
  transactions.putTransaction = (given) => (versionIn(given) === undefined ? create(given) : put(given))
  return api as unknown as Api
}

const nowhere: Call = async () => refuse({ kind: 'offline' })

const idIn = ({ params }: Given): string => params?.id ?? ''

function versionIn({ headers }: Given): number | undefined {
  const found = /"(\d+)"/.exec(headers?.['if-match'] ?? '')?.[1]
  return found === undefined ? undefined : Number(found)
}

function heardBy({ heard }: Parts, call: Call): Call {
  return async (given) => {
    const answer = await call(given)
    heard(answer.ok || answer.error.kind !== 'offline')
    return answer
  }
}

/** After it nothing is as it was asked for before. */
function writing(parts: Parts, call: Call): Call {
  return async (given) => {
    const answer = await heardBy(parts, call)(given)
    parts.asked.outdate()
    return answer
  }
}

/** Reads from the server and, where it is not there, from what was seen; with what waits in both. */
function reading(parts: Parts, name: string, call: Call): Call {
  const { asked, queue, isOnline, later } = parts

  async function fromServer(key: string, given: Given): Promise<Answer> {
    const asking = isOnline() ? asked.ask(key, () => heardBy(parts, call)(given)) : nowhere(given)
    const answer = await Promise.race([asking, after(later, patienceMs)])
    if (answer && (answer.ok || answer.error.kind !== 'offline')) return answer
    const seen = await asked.seen(key)
    return seen ? ok(seen) : asking
  }

  async function withWaiting(given: Given, { status, body, asked = Number.POSITIVE_INFINITY }: Kept): Promise<Answer> {
    const waiting = queue.unknownTo(asked)
    if (waiting.length === 0) return ok({ status, body })
    return meanwhile()
      .then(({ withWaiting }) => withWaiting(parts, name, given, body, waiting))
      .then(
        (body) => ok({ status, body }),
        () => ok({ status, body }),
      )
  }

  /** What has come late is there: what was asked for is not asked for again. */
  async function again(key: string, given: Given): Promise<Answer | undefined> {
    const seen = await asked.seen(key)
    return seen && withWaiting(given, seen)
  }

  return async (given) => {
    const key = keyOf(name, given)
    const seen = asked.isRefreshing() ? await asked.within(again(key, given)) : undefined
    if (seen) return seen
    const answer = await fromServer(key, given)
    return answer.ok ? withWaiting(given, answer.value) : answer
  }
}
