/** A record of values that somebody watches. */
export interface Store<T> {
  readonly get: () => T
  /** Puts new values in place of some; whoever watches is called before this returns. */
  readonly set: (change: Partial<T>) => void
}

export function store<T>(first: T, changed: () => void): Store<T> {
  let value = first
  return {
    get: () => value,
    set: (change) => {
      value = { ...value, ...change }
      changed()
    },
  }
}
