import type { UserView } from '../../functions/api/users.ts'
import { load, offerInside } from '../inside.ts'
import type { Desk } from '../state/state.ts'
import { unverified } from '../steps/unverified.ts'
import { asking } from './asked.ts'
import { networkNote } from './network-note.ts'
import { meanwhile, offlineApi } from './offline-api.ts'
import { firstToSend, openQueue, send } from './queue.ts'
import { openShelf } from './shelf.ts'
import type { Waiting } from './waiting.ts'
import { installWorker } from './worker.ts'

/** What is being kept, and how to act on what waits. */
export interface Keeping {
  /** Ends it; what is kept stays. */
  readonly stop: () => void
  readonly send: () => Promise<void>
  readonly drop: (item: Waiting) => Promise<void>
  /** Puts a changed one in its place, and sends it. */
  readonly put: (item: Waiting) => Promise<void>
}

/** Who was here last, as far as this browser remembers. */
export async function recall(): Promise<UserView | undefined> {
  const shelf = await openShelf()
  return (await shelf.read('user')) as UserView | undefined
}

/**
 * Forgets what was seen, and with `all` the filters that were saved and what waits of whoever was here: what another person
 * has left waits on.
 */
export async function forget(all: boolean): Promise<void> {
  if (all) forgetByLedger()
  const shelf = await openShelf()
  const user = (await shelf.read('user')) as UserView | undefined
  for (const { seq, userId } of all ? ((await shelf.queue()) as readonly Waiting[]) : []) {
    if (userId === user?.id) await shelf.dequeue(seq)
  }
  await shelf.clear()
}

/** What this browser keeps under the id of a ledger: what somebody looks for is nobody else's business. */
function forgetByLedger(): void {
  for (const name of Object.keys(localStorage)) if (/^outlay-.+-[\da-f]{12}$/.test(name)) localStorage.removeItem(name)
}

const retryMs = 10_000
/** What is for a time without a network, the worker above all, which reads the whole site: until then it is the page's turn. */
const readyMs = 2_000

/** From now on what this person sees is kept here, and entries made without a network wait here until there is one. */
export async function begin(desk: Desk, user: UserView): Promise<Keeping> {
  const { client, state } = desk
  const shelf = await openShelf()
  const known = (await shelf.read('user')) as UserView | undefined
  if (known && known.id !== user.id) await shelf.clear()
  await shelf.write('user', user)

  let isOver = false
  const asked = asking({ shelf, now: desk.now, later: desk.later, refresh: () => isOver || load(desk) })
  const tabs = new BroadcastChannel('outlay-queue')
  let stopTrying: (() => void) | undefined
  let flushing: Promise<void> | undefined
  const queue = await openQueue(shelf, user.id, desk.now, heardOf)

  function heardOf(waiting: readonly Waiting[]): void {
    if (isOver) return
    state.set({ waiting })
    again()
  }

  /** What waits is another by now: other tabs hear of it, unless this one keeps nothing any more. */
  function tell(): void {
    if (!isOver) tabs.postMessage('changed')
  }

  /** What the page shows is another by now, here and in other tabs. */
  function changed(): void {
    tell()
    anew()
  }

  function anew(): void {
    asked.outdate()
    load(desk)
  }

  /** In turns with other tabs; what one has sent the other finds gone. */
  async function sendAll(): Promise<void> {
    if (isOver || !firstToSend(queue.all(), desk.now())) return
    const sent = await inTurn('outlay-queue', () =>
      send({ server: client.server, queue, now: desk.now, later: desk.later, settled }),
    )
    if (sent.settled > 0) changed()
  }

  function flush(): Promise<void> {
    flushing ??= sendAll()
      // where nothing can be read or noted now, it is tried again
      .catch(() => {})
      .finally(() => {
        flushing = undefined
      })
    return flushing
  }

  /** What waited for that answer can go. */
  function settled(isSettled: boolean): void {
    if (!isSettled || isOver) return
    changed()
    void flush()
  }

  /** Tries again after a while, for as long as the server is not there or something is to be sent to it. */
  function again(): void {
    const { isOnline, waiting } = state.get()
    if (isOver || stopTrying || (isOnline && !firstToSend(waiting, Number.POSITIVE_INFINITY))) return
    stopTrying = desk.later(retryMs, () => {
      stopTrying = undefined
      if (navigator.onLine) void (state.get().isOnline ? flush() : look())
      again()
    })
  }

  /** Finds out whether the server is there by asking for what the page shows, and for what was not to be had before. */
  async function look(): Promise<void> {
    load(desk)
    ready()
    await flush()
  }

  function ready(): void {
    void installWorker()
    meanwhile().catch(() => {})
  }

  function heard(isThere: boolean): void {
    // what was on its way when the network went says nothing of it
    if (isOver || isThere === state.get().isOnline || (isThere && !navigator.onLine)) return
    state.set({ isOnline: isThere })
    if (isThere) void look()
    else again()
  }

  const online = () => void look()
  addEventListener('online', online)
  tabs.addEventListener('message', () => void queue.reload().then(anew, anew))
  client.answerBy(
    offlineApi({
      routes: client.routes,
      server: client.server,
      shelf,
      queue: { ...queue, add: (item) => queue.add(item).finally(tell) },
      userId: user.id,
      now: desk.now,
      later: desk.later,
      inTurn,
      settled,
      isOnline: () => navigator.onLine,
      asked,
      heard,
    }),
  )
  // what came before this was there has not been kept
  if (state.get().session.kind === 'in') load(desk)
  const stopReadying = desk.later(readyMs, ready)
  void flush()

  function stop(): void {
    isOver = true
    asked.stop()
    stopReadying()
    stopTrying?.()
    removeEventListener('online', online)
    tabs.close()
    client.answerBy(undefined)
    state.set({ waiting: [] })
  }
  async function put(item: Waiting): Promise<void> {
    await queue.put(item)
    changed()
    await flush()
  }
  const drop = (item: Waiting) => queue.drop(item).then(changed)
  return { stop, send: flush, drop, put }
}

function inTurn<T>(name: string, task: () => Promise<T>): Promise<T> {
  return navigator.locks ? navigator.locks.request(name, task) : task()
}

// both stand above the page, and are there when it comes
offerInside({ notes: (at) => [networkNote(at), unverified(at)] })
