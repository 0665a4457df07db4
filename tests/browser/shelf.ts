import type { Shelf } from '../../site/offline/shelf.ts'

/** A browser's shelf in memory: what lies on it is a copy, as in the real one. */
export function shelfInMemory(): Shelf {
  const seen = new Map<string, unknown>()
  const queue = new Map<number, object>()
  let last = 0

  return {
    read: async (key) => structuredClone(seen.get(key)),
    keys: async (beginning) => [...seen.keys()].filter((key) => key.startsWith(beginning)),
    write: async (key, value) => {
      seen.delete(key)
      seen.set(key, structuredClone(value))
    },
    remove: async (key) => {
      seen.delete(key)
    },
    queue: async () => structuredClone([...queue].sort(([one], [other]) => one - other).map(([, item]) => item)),
    enqueue: async (item) => {
      const { seq = last + 1 } = item as { readonly seq?: number }
      last = Math.max(last, seq)
      queue.set(seq, structuredClone({ ...item, seq }))
      return seq
    },
    dequeue: async (seq) => {
      queue.delete(seq)
    },
    change: async (seq, become) => {
      const item = queue.get(seq)
      const next = item && become(structuredClone(item))
      if (next) queue.set(seq, structuredClone(next))
      else queue.delete(seq)
    },
    clear: async () => seen.clear(),
  }
}
