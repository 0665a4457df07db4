import type { NewTransaction, TransactionPatch, TransactionView } from '../../functions/api/transactions.ts'
import type { Delta } from '../../functions/domain/contributions.ts'
import type { Refusal } from '../../functions/domain/refusal.ts'
import { ok, type Result, refuse } from '../../functions/domain/result.ts'
import { transactionView } from '../../functions/views/transaction-view.ts'
import type { Api, Problem, RouteLines } from '../api.ts'
import { entryFrom, type KnownBook, knownBook } from './known-book.ts'
import { accountsWith, deltasOf, insightsWith, limitsWith, worthWith } from './overlay-figures.ts'
import { daysWith, type ListQuery, listWith } from './overlay-list.ts'
import type { Queue } from './queue.ts'
import type { Shelf } from './shelf.ts'
import { type Change, changed, type Effect, effectsOf } from './waiting.ts'

export interface Parts {
  readonly routes: RouteLines
  readonly server: Api
  readonly shelf: Shelf
  readonly queue: Queue
  readonly userId: string
  readonly now: () => number
  /** Whether it is worth asking the server at all. */
  readonly isOnline: () => boolean
  readonly later: (ms: number, task: () => void) => unknown
  /** Told when an answer came that nobody waited for any more. */
  readonly late: () => void
  /** Told after every call whether the server was there. */
  readonly heard: (isThere: boolean) => void
}

type Answer = Result<{ readonly status: number; readonly body: unknown }, Problem>
type Given = {
  readonly params?: { readonly id?: string }
  readonly query?: object
  readonly body?: unknown
  readonly headers?: { readonly 'if-match'?: string }
}
type Call = (given: Given) => Promise<Answer>

/** Not kept: documents, and what says of this very moment. */
const unkept = /^(?:health|openapi)\.|\.exportTransactions$/
/** How many answers are kept. */
const mostKept = 80
const patienceMs = 4_000

type Kept = { readonly status: number; readonly body: unknown }

/**
 * The API as somebody has it whose network comes and goes: what was seen once can be seen again, and a change of an entry
 * that cannot be sent waits in the queue and counts from now on, by the rules that the server has.
 */
export function offlineApi(parts: Parts): Api {
  const { routes, server, queue } = parts
  const reading = reader(parts)
  const features = Object.entries(routes).filter(([feature]) => feature in server)
  const calls = features.map(([feature, handlers]) => {
    const own = Object.entries(handlers).map(([name, line]) => {
      const call = Reflect.get(Reflect.get(server, feature), name) as Call
      const full = `${feature}.${name}`
      if (!line.startsWith('GET ') || unkept.test(full)) return [name, heardBy(parts, call)]
      return [name, (given: Given) => reading.ask(full, call, given)]
    })
    return [feature, Object.fromEntries(own)] as const
  })
  const api: { [feature: string]: { [name: string]: Call } } = Object.fromEntries(calls)

  async function change(id: string, change: Change, call: Call, given: Given, status: number): Promise<Answer> {
    // who does it anew has decided about what was refused
    for (const one of queue.of(id)) if (one.trouble) await queue.drop(one)
    // what waits already goes first: the order of what was done is kept
    const goesBy = queue.of(id).length > 0 || !parts.isOnline()
    if (!goesBy) {
      const answer = await heardBy(parts, call)(given)
      if (answer.ok || answer.error.kind !== 'offline') return answer
    }
    const book = await reading.book()
    const seen = await reading.entry(id)
    const [effect] = book ? effectsOf(queue.of(id), book) : []
    const before = effect ? effect.after : seen && entryFrom(seen)
    // what was never seen here cannot be changed without the server
    if (!book || (!before && !seen && !effect && change.do !== 'create')) return refuse({ kind: 'offline' })

    const after = changed(before, id, change, book, effect?.before ?? (seen && entryFrom(seen)))
    if (!after.ok) return refusedAs(after.error)
    await queue.add({ userId: parts.userId, id, madeAt: parts.now(), change, before: seen, isTried: !goesBy })
    return ok({ status, body: after.value && transactionView(after.value) })
  }

  const transactions: { [name: string]: Call } = api.transactions ?? {}
  const { putTransaction: put = nowhere } = transactions
  const queued = (name: string, status: number, changeIn: (given: Given) => Change) => {
    const call = transactions[name] ?? nowhere
    transactions[name] = (given) => change(idIn(given), changeIn(given), call, given, status)
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

/** Reads from the server and, where it is not there, from what was seen; with what waits in both. */
function reader(parts: Parts) {
  const { shelf, queue, isOnline, now } = parts
  const keyOf = (name: string, { params, query }: Given) => `${name} ${JSON.stringify([params, query])}`

  async function raw(name: string, call: Call, given: Given): Promise<Answer> {
    const key = keyOf(name, given)
    const asking = isOnline() ? heardBy(parts, call)(given).then((answer) => keep(key, answer)) : nowhere(given)
    const answer = await Promise.race([asking, patience(key)])
    if (answer && (answer.ok || answer.error.kind !== 'offline')) return answer
    const seen = await shelf.read(key)
    if (seen === undefined) return asking
    // what comes too late is shown when it comes
    if (!answer) void asking.then((late) => late.ok && parts.late())
    return ok(seen as Kept)
  }

  async function keep(key: string, answer: Answer): Promise<Answer> {
    if (!answer.ok) return answer
    const { status, body } = answer.value
    await shelf.write(key, { status, body })
    await shelf.prune(mostKept)
    return answer
  }

  /** A network that is slow is treated as none where there is something to show. */
  async function patience(key: string): Promise<undefined> {
    await new Promise<void>((over) => parts.later(patienceMs, over))
    return (await shelf.read(key)) === undefined ? new Promise(() => {}) : undefined
  }

  async function book(): Promise<KnownBook | undefined> {
    const params = { ledger: 'default' }
    const [accounts, categories, payees] = await Promise.all([
      shelf.read(keyOf('accounts.listAccounts', { params } as Given)),
      shelf.read(keyOf('categories.listCategories', { params } as Given)),
      shelf.read(keyOf('payees.listPayees', { params, query: { limit: '1000' } } as Given)),
    ])
    if (!accounts || !categories) return undefined
    const items = (seen: unknown) => Reflect.get(Object(Reflect.get(Object(seen), 'body')), 'items') ?? []
    return knownBook({ accounts: items(accounts), categories: items(categories), payees: items(payees) }, now())
  }

  return {
    book,
    /** An entry as it was seen last, wherever that was. */
    entry: async (id: string): Promise<TransactionView | undefined> => {
      for (const key of (await shelf.keys('transactions.listTransactions ')).toReversed()) {
        const body = Reflect.get(Object(await shelf.read(key)), 'body')
        const items: readonly TransactionView[] = Reflect.get(Object(body), 'items') ?? []
        const found = items.find((one) => one.id === id)
        if (found) return found
      }
      return undefined
    },
    ask: async (name: string, call: Call, given: Given): Promise<Answer> => {
      const answer = await raw(name, call, given)
      const waiting = queue.all()
      if (!answer.ok || waiting.length === 0) return answer
      const known = await book()
      if (!known) return answer
      const effects = effectsOf(waiting, known)
      const { status, body } = answer.value
      return ok({ status, body: overlaid(name, body, given, effects, deltasOf(effects), known) })
    },
  }
}

/** An answer with what waits in it. */
function overlaid(
  name: string,
  body: unknown,
  { query = {} }: Given,
  effects: readonly Effect[],
  deltas: readonly Delta[],
  book: KnownBook,
): unknown {
  const asked = query as ListQuery
  const items = () => Reflect.get(Object(body), 'items')
  switch (name) {
    case 'transactions.listTransactions':
      return listWith(body as never, asked, effects, book)
    case 'transactions.listDays':
      return daysWith(body as never, asked, effects, book)
    case 'accounts.listAccounts':
      return { ...Object(body), items: accountsWith(items(), deltas) }
    case 'accounts.getNetWorth':
      return worthWith(body as never, deltas)
    case 'budgets.listBudgets':
      return { ...Object(body), items: limitsWith(items(), deltas, book) }
    case 'insights.getInsights':
      return insightsWith(body as never, deltas, book)
    default:
      return body
  }
}

function refusedAs({ kind, pointer }: Refusal): Answer {
  const errors = pointer === undefined ? [] : [{ pointer, code: kind, message: '' }]
  return refuse({ kind: 'refused', code: kind, errors, retryAfterS: 0 })
}
