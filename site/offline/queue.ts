import type { Result } from '../../functions/domain/result.ts'
import type { Api, Problem } from '../api.ts'
import { here } from '../state/book.ts'
import type { Shelf } from './shelf.ts'
import type { Change, Waiting } from './waiting.ts'

/** What waits to be sent, in the order in which it was done. */
export interface Queue {
  readonly all: () => readonly Waiting[]
  readonly of: (id: string) => readonly Waiting[]
  readonly add: (item: Omit<Waiting, 'seq'>) => Promise<void>
  readonly put: (item: Waiting) => Promise<void>
  readonly drop: (item: Waiting) => Promise<void>
  /** Reads again what another tab may have changed. */
  readonly reload: () => Promise<void>
}

/** Of one person; `changed` is told whenever it is another. */
export async function openQueue(
  shelf: Shelf,
  userId: string,
  changed: (items: readonly Waiting[]) => void,
): Promise<Queue> {
  let items: readonly Waiting[] = []

  async function reload(): Promise<void> {
    items = ((await shelf.queue()) as readonly Waiting[]).filter((one) => one.userId === userId)
    changed(items)
  }

  await reload()
  return {
    all: () => items,
    of: (id) => items.filter((one) => one.id === id),
    add: async (item) => {
      const last = items.findLast((one) => one.id === item.id)
      const joined = last && !last.isTried && !last.trouble ? join(last, item.change) : undefined
      if (joined === 'nothing' && last) await shelf.dequeue(last.seq)
      else await shelf.enqueue(joined && joined !== 'nothing' ? joined : item)
      await reload()
    },
    put: async (item) => {
      await shelf.enqueue(item)
      await reload()
    },
    drop: async ({ seq }) => {
      await shelf.dequeue(seq)
      await reload()
    },
    reload,
  }
}

/** A new entry that certainly has not left yet takes its changes in, and goes with its deletion. */
function join(last: Waiting, change: Change): Waiting | 'nothing' | undefined {
  if (last.change.do !== 'create') return undefined
  if (change.do === 'create') return { ...last, change }
  if (change.do === 'delete') return 'nothing'
  if (change.do === 'restore') return undefined
  const patched = Object.entries({ ...last.change.draft, ...change.patch }).filter(([, value]) => value !== null)
  return { ...last, change: { do: 'create', draft: Object.fromEntries(patched) as typeof last.change.draft } }
}

/** How sending ended: so many are gone or wait for a person by now, and all are unless the way is closed. */
export type Sent = { readonly settled: number; readonly isStopped: boolean }

/** Sends what waits in its order, each once: what is refused stays for a person to decide, and with it what follows it. */
export async function send(api: Api, queue: Queue): Promise<Sent> {
  const held = new Set<string>()
  let settled = 0
  for (const item of queue.all()) {
    if (item.trouble || held.has(item.id)) {
      held.add(item.id)
      continue
    }
    await queue.put({ ...item, isTried: true })
    const answer = await sendOne(api, item)
    if (answer.ok) {
      await queue.drop(item)
      settled += 1
    } else if (answer.error.kind === 'refused' && !answer.error.retryAfterS) {
      held.add(item.id)
      await queue.put({ ...item, isTried: true, trouble: answer.error })
      settled += 1
    } else {
      return { settled, isStopped: true }
    }
  }
  return { settled, isStopped: false }
}

function sendOne({ transactions }: Api, { id, change }: Waiting): Promise<Result<unknown, Problem>> {
  const params = { ...here, id }
  switch (change.do) {
    case 'create':
      return transactions.putTransaction({ params, body: change.draft })
    case 'patch':
      return transactions.changeTransaction({ params, body: change.patch, ...match(change.version) })
    case 'delete':
      return transactions.removeTransaction({ params, ...match(change.version) })
    case 'restore':
      return transactions.restoreTransaction({ params })
  }
}

function match(version: number | undefined) {
  return version === undefined ? {} : { headers: { 'if-match': `"${version}"` } }
}
