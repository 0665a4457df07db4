/** What this browser keeps for one program: answers that were seen, and what waits to be sent. */
export interface Shelf {
  readonly read: (key: string) => Promise<unknown>
  /** Those that begin so, the newest last. */
  readonly keys: (beginning: string) => Promise<readonly string[]>
  readonly write: (key: string, value: unknown) => Promise<void>
  readonly remove: (key: string) => Promise<void>
  /** In the order in which it was put there. */
  readonly queue: () => Promise<readonly unknown[]>
  /** Put under its `seq`, or at the end under a new one, which is answered. */
  readonly enqueue: (item: object) => Promise<number>
  readonly dequeue: (seq: number) => Promise<void>
  /** Puts what becomes of an item in its place, nothing takes it away: in one step, and only where it is still there. */
  readonly change: (seq: number, become: (item: unknown) => object | undefined) => Promise<void>
  /** Forgets what was seen; what waits stays. */
  readonly clear: () => Promise<void>
}

const name = 'outlay'

/** The browser's own database. Rejects where there is none, as in some private windows. */
export async function openShelf(): Promise<Shelf> {
  const db = await opened()
  const within = <T>(
    store: 'seen' | 'queue',
    mode: IDBTransactionMode,
    act: (store: IDBObjectStore) => IDBRequest<T>,
  ) => done(act(db.transaction(store, mode).objectStore(store)))

  return {
    read: async (key) =>
      (await within<{ value: unknown } | undefined>('seen', 'readonly', (all) => all.get(key)))?.value,
    keys: async (beginning) => {
      const keys = await within('seen', 'readonly', (all) => all.index('at').getAllKeys())
      return keys.map(String).filter((key) => key.startsWith(beginning))
    },
    write: async (key, value) => {
      await within('seen', 'readwrite', (all) => all.put({ key, value, at: Date.now() }))
    },
    remove: async (key) => {
      await within('seen', 'readwrite', (all) => all.delete(key))
    },
    queue: () => within<unknown[]>('queue', 'readonly', (all) => all.getAll()),
    enqueue: async (item) => Number(await within('queue', 'readwrite', (all) => all.put(item))),
    dequeue: async (seq) => {
      await within('queue', 'readwrite', (all) => all.delete(seq))
    },
    change: async (seq, become) => {
      const all = db.transaction('queue', 'readwrite').objectStore('queue')
      const item = await done(all.get(seq))
      if (item === undefined) return
      const next = become(item)
      if (next) await done(all.put(next))
      else await done(all.delete(seq))
    },
    clear: async () => {
      await within('seen', 'readwrite', (seen) => seen.clear())
    },
  }
}

function opened(): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1)
  request.onupgradeneeded = () => {
    request.result.createObjectStore('seen', { keyPath: 'key' }).createIndex('at', 'at')
    request.result.createObjectStore('queue', { keyPath: 'seq', autoIncrement: true })
  }
  return done(request)
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}
