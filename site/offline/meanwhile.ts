import type { TransactionView } from '../../functions/api/transactions.ts'
import type { Delta } from '../../functions/domain/contributions.ts'
import type { Refusal } from '../../functions/domain/refusal.ts'
import { ok, refuse } from '../../functions/domain/result.ts'
import { transactionView } from '../../functions/views/transaction-view.ts'
import { type Answer, type Given, keyOf } from './call.ts'
import { entryFrom, type KnownBook, knownBook } from './known-book.ts'
import { accountsWith, deltasOf, insightsWith, limitsWith, worthWith } from './overlay-figures.ts'
import { daysWith, type ListQuery, listWith } from './overlay-list.ts'
import { type Queue, settle } from './queue.ts'
import type { Shelf } from './shelf.ts'
import { type Change, changed, type Effect, effectsOf, type Waiting } from './waiting.ts'

/** What is known here while the server does not know of it. */
export interface Here {
  readonly shelf: Shelf
  readonly queue: Queue
  readonly userId: string
  readonly now: () => number
  /** Told when an answer came that was not waited for any more, and whether it was the last word. */
  readonly settled: (isSettled: boolean) => void
}

/** A change that cannot be sent now, or whose answer does not come. */
export interface Unsent {
  readonly id: string
  readonly change: Change
  /** What the server answers with where all is well. */
  readonly status: number
  readonly going: Promise<Answer>
  /** It may have arrived. */
  readonly isTried: boolean
  /** It is under way, and counts as lost from then on. */
  readonly until: number | undefined
}

/** The body of an answer with what it does not know of, by the rules that the server has. */
export async function withWaiting(
  here: Here,
  name: string,
  given: Given,
  body: unknown,
  waiting: readonly Waiting[],
): Promise<unknown> {
  const book = await bookAt(here)
  if (!book) return body
  const effects = effectsOf(waiting, book)
  return overlaid(name, body, given, effects, deltasOf(effects), book)
}

/**
 * Lets a change wait: what the server would answer to it. While its call is under way it is not sent again, and the answer,
 * should it come, decides about it.
 */
export async function waits(here: Here, { id, change, status, going, isTried, until }: Unsent): Promise<Answer> {
  const { queue, userId, now, settled } = here
  const book = await bookAt(here)
  const seen = await entrySeen(here, id)
  const [effect] = book ? effectsOf(queue.of(id), book) : []
  const before = effect ? effect.after : seen && entryFrom(seen)
  // what was never seen here cannot be changed without the server
  if (!book || (!before && !seen && !effect && change.do !== 'create')) return going

  const after = changed(before, id, change, book, effect?.before ?? (seen && entryFrom(seen)))
  // of what is under way the server has the word
  if (!after.ok) return until ? going : refusedAs(after.error)
  const seq = await queue.add({ userId, id, madeAt: now(), change, before: seen, isTried, until })
  if (until) void going.then((answer) => settle(queue, seq, answer)).then(settled, () => {})
  return ok({ status, body: after.value && transactionView(after.value) })
}

async function bookAt({ shelf, now }: Here): Promise<KnownBook | undefined> {
  const params = { ledger: 'default' }
  const [accounts, categories, payees] = await Promise.all([
    shelf.read(keyOf('accounts.listAccounts', { params })),
    shelf.read(keyOf('categories.listCategories', { params })),
    shelf.read(keyOf('payees.listPayees', { params, query: { limit: '1000' } })),
  ])
  if (!accounts || !categories) return undefined
  const items = (seen: unknown) => Reflect.get(Object(Reflect.get(Object(seen), 'body')), 'items') ?? []
  return knownBook({ accounts: items(accounts), categories: items(categories), payees: items(payees) }, now())
}

/** An entry as it was seen last, wherever that was. */
async function entrySeen({ shelf }: Here, id: string): Promise<TransactionView | undefined> {
  for (const key of (await shelf.keys('transactions.listTransactions ')).toReversed()) {
    const body = Reflect.get(Object(await shelf.read(key)), 'body')
    const items: readonly TransactionView[] = Reflect.get(Object(body), 'items') ?? []
    const found = items.find((one) => one.id === id)
    if (found) return found
  }
  return undefined
}

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
