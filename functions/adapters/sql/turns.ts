/** One thing, many who want it: whoever came first gets it first. */
export class Turns {
  readonly #waiting: (() => void)[] = []
  #taken = false

  async take(): Promise<void> {
    if (!this.#taken) {
      this.#taken = true
      return
    }
    await new Promise<void>((resolve) => {
      this.#waiting.push(resolve)
    })
  }

  give(): void {
    const next = this.#waiting.shift()
    if (next) next()
    else this.#taken = false
  }
}

/** The same work, one at a time, in the order in which it is asked for. */
export function inTurn<Task, Value>(work: (task: Task) => Promise<Value>): (task: Task) => Promise<Value> {
  const turns = new Turns()
  return async (task) => {
    await turns.take()
    try {
      return await work(task)
    } finally {
      turns.give()
    }
  }
}
