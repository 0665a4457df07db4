import type { Result } from '../../functions/domain/result.ts'
import type { Api, Problem } from '../api.ts'
import { here } from '../state/book.ts'
import { after, type Later, lostMs } from './call.ts'
import type { Shelf } from './shelf.ts'
import type { Change, Waiting } from './waiting.ts'

/** What waits to be sent, in the order in which it was done. */
export interface Queue {
  readonly all: () => readonly Waiting[]
  readonly of: (id: string) => readonly Waiting[]
  /** Its place is answered. */
  readonly add: (item: Omit<Waiting, 'seq'>) => Promise<number>
  readonly put: (item: Waiting) => Promise<void>
  /** Notes something with what is there of it by now, which is handed out: nothing where it has gone. */
  readonly mark: (seq: number, marks: Partial<Waiting>) => Promise<Waiting | undefined>
  readonly drop: (item: Waiting) => Promise<void>
  /** It has arrived. */
  readonly arrived: (seq: number) => Promise<void>
  /** What an answer does not know of that was asked for then: what waits, and what has arrived since, a moment ago. */
  readonly unknownTo: (asked: number) => readonly Waiting[]
  /** Reads again what another tab may have changed. */
  readonly reload: () => Promise<void>
}

/** Milliseconds in which answers come that know of what has arrived: later it may be another, or gone. */
const bridgedMs = 60_000

/** Of one person; `changed` is told whenever it is another. */
export async function openQueue(
  shelf: Shelf,
  userId: string,
  now: () => number,
  changed: (items: readonly Waiting[]) => void,
): Promise<Queue> {
  let items: readonly Waiting[] = []
  let there: readonly { readonly item: Waiting; readonly at: number }[] = []

  const thereSince = (asked: number) => there.filter(({ at }) => at > asked && at > now() - bridgedMs)

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
      let isIn = false
      // as it is by then: it may be leaving
      if (last && !item.isTried)
        await shelf.change(last.seq, (now) => {
          const joined = join(now as Waiting, item.change)
          isIn = joined !== undefined
          return joined === 'nothing' ? undefined : (joined ?? Object(now))
        })
      const seq = last && isIn ? last.seq : await shelf.enqueue(item)
      await reload()
      return seq
    },
    put: async (item) => {
      await shelf.enqueue(item)
      await reload()
    },
    mark: async (seq, marks) => {
      let marked: Waiting | undefined
      await shelf.change(seq, (now) => {
        marked = { ...(now as Waiting), ...marks }
        return marked
      })
      await reload()
      return marked
    },
    drop: async ({ seq }) => {
      await shelf.dequeue(seq)
      await reload()
    },
    arrived: async (seq) => {
      const item = items.find((one) => one.seq === seq)
      if (item) there = [...thereSince(0), { item, at: now() }]
      await shelf.dequeue(seq)
      await reload()
    },
    unknownTo: (asked) => [...thereSince(asked).map(({ item }) => item), ...items],
    reload,
  }
}

/** A new entry that certainly has not left yet takes its changes in, and goes with its deletion. */
function join(last: Waiting, change: Change): Waiting | 'nothing' | undefined {
  if (last.isTried || last.trouble || last.change.do !== 'create') return undefined
  if (change.do === 'create') return { ...last, change }
  if (change.do === 'delete') return 'nothing'
  if (change.do === 'restore') return undefined
  const patched = Object.entries({ ...last.change.draft, ...change.patch }).filter(([, value]) => value !== null)
  return { ...last, change: { do: 'create', draft: Object.fromEntries(patched) as typeof last.change.draft } }
}

/** How sending ended: so many are gone or wait for a person by now, and all are unless the way is closed. */
export type Sent = { readonly settled: number; readonly isStopped: boolean }

export interface Sending {
  readonly server: Api
  readonly queue: Queue
  readonly now: () => number
  readonly later: Later
  /** Told when an answer came that was not waited for any more, and whether it was the last word. */
  readonly settled: (isSettled: boolean) => void
}

/**
 * Sends what waits in its order, each once and as it is when its turn comes: what is refused stays for a person to decide, and
 * with it what follows it.
 */
export async function send({ server, queue, now, later, settled }: Sending): Promise<Sent> {
  let count = 0
  for (;;) {
    // it may have been discarded or changed in the meantime, here or in another tab
    await queue.reload()
    const next = firstToSend(queue.all(), now())
    if (!next) return { settled: count, isStopped: false }
    const item = await queue.mark(next.seq, { isTried: true, until: undefined })
    if (!item) continue
    const going = sendOne(server, item)
    const answer = await Promise.race([going, after(later, lostMs)])
    if (!answer) void going.then((late) => settle(queue, item.seq, late)).then(settled, () => {})
    if (!answer || !(await settle(queue, item.seq, answer))) return { settled: count, isStopped: true }
    count += 1
  }
}

/** What follows something that was refused, or whose call is under way, is held up with it. */
export function firstToSend(items: readonly Waiting[], now: number): Waiting | undefined {
  const held = new Set<string>()
  return items.find(({ id, trouble, until = now }) => {
    // of a clock that was put back nothing is held up for long
    if (trouble || (until > now && until <= now + lostMs)) held.add(id)
    return !held.has(id)
  })
}

/** By its answer it is gone or waits for a person, where it has not gone before; without a last word it is to be sent again. */
export async function settle(queue: Queue, seq: number, answer: Result<unknown, Problem>): Promise<boolean> {
  if (answer.ok) {
    await queue.arrived(seq)
    return true
  }
  const { error } = answer
  const isSettled = error.kind === 'refused' && !error.retryAfterS
  await queue.mark(seq, { until: undefined, ...(isSettled && { trouble: error }) })
  return isSettled
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
