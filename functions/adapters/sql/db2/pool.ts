import { Unavailable } from '../../../ports/unavailable.ts'
import { translatedDb2 } from './errors.ts'
import type { Link } from './link.ts'

/** Milliseconds. */
export interface Patience {
  /** A link that lay longer may have been forgotten by the server, or by what is in between: it is asked first. */
  readonly idleMs: number
  /** How long a commit of reads waits for an insert that takes it along. */
  readonly readsMs: number
  /** How long somebody waits until a link is free. */
  readonly turnMs: number
}

export const usualPatience: Patience = { idleMs: 30_000, readsMs: 100, turnMs: 10_000 }

/** Connections, at most `size` at a time, each made when it is first needed. */
export class LinkPool {
  readonly #open: () => Promise<Link>
  readonly #size: number
  readonly #patience: Patience
  readonly #links = new Set<Link>()
  readonly #idle: Resting[] = []
  readonly #waiting: Waiter[] = []
  #opening = 0
  #isClosed = false

  constructor(open: () => Promise<Link>, size: number, patience: Patience = usualPatience) {
    this.#open = open
    this.#size = size
    this.#patience = patience
  }

  /** A link, and whether it has just been made, so that nothing can have become of it. */
  async acquire(): Promise<{ readonly link: Link; readonly isNew: boolean }> {
    for (let resting = this.#wake(); resting; resting = this.#wake()) {
      if (await isFit(resting, this.#patience.idleMs)) return { link: resting.link, isNew: false }
      void this.#drop(resting.link)
    }
    if (this.#links.size + this.#opening >= this.#size) return { link: await this.#turn(), isNew: false }
    return { link: await this.#make(), isNew: true }
  }

  release(link: Link): void {
    const { readSince } = link
    if (!link.isGood || this.#isClosed) void this.#drop(link)
    else if (readSince !== undefined && performance.now() - readSince > this.#patience.readsMs) void this.#settle(link)
    else this.#rest(link)
  }

  /** Another one in the place of a link that was lost. */
  async replace(link: Link): Promise<Link> {
    this.#links.delete(link)
    void link.close().catch(() => {})
    return this.#make()
  }

  async destroy(): Promise<void> {
    this.#isClosed = true
    for (let resting = this.#wake(); resting; resting = this.#wake()) await this.#drop(resting.link)
    for (const waiter of this.#waiting.splice(0)) waiter.fail(new Unavailable('The database is being left'))
  }

  async #make(): Promise<Link> {
    this.#opening += 1
    try {
      const link = await this.#open()
      this.#links.add(link)
      return link
    } catch (cause) {
      const error = translatedDb2(cause)
      // nobody will come back with one
      if (this.#links.size === 0) for (const waiter of this.#waiting.splice(0)) waiter.fail(error)
      throw error
    } finally {
      this.#opening -= 1
    }
  }

  /** Whoever waits for a link that does not come back gets one that is made for them. */
  async #drop(link: Link): Promise<void> {
    const wasOurs = this.#links.delete(link)
    const closed = link.close().catch(() => {})
    const waiter = wasOurs && !this.#isClosed ? this.#waiting.shift() : undefined
    if (waiter) {
      try {
        this.#hand(await this.#make(), waiter)
      } catch (error) {
        waiter.fail(error)
      }
    }
    await closed
  }

  /** The commit of reads is sent while nobody waits for it, unless somebody comes meanwhile. */
  #rest(link: Link): void {
    const waiter = this.#waiting.shift()
    if (waiter) {
      this.#hand(link, waiter)
      return
    }
    const resting: Resting = { link, since: Date.now() }
    if (link.readSince !== undefined) {
      resting.timer = setTimeout(() => {
        this.#idle.splice(this.#idle.indexOf(resting), 1)
        void this.#settle(link)
      }, this.#patience.readsMs)
    }
    this.#idle.push(resting)
  }

  async #settle(link: Link): Promise<void> {
    await link.closeReads().catch(() => {})
    this.release(link)
  }

  #wake(): Resting | undefined {
    const resting = this.#idle.pop()
    clearTimeout(resting?.timer)
    return resting
  }

  #hand(link: Link, waiter: Waiter): void {
    if (!waiter.take(link)) this.release(link)
  }

  #turn(): Promise<Link> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => waiter.fail(new Unavailable('No connection was free in time')),
        this.#patience.turnMs,
      )
      let isOver = false
      const over = () => {
        clearTimeout(timer)
        const was = isOver
        isOver = true
        return was
      }
      const waiter: Waiter = {
        take: (link) => {
          if (over()) return false
          resolve(link)
          return true
        },
        fail: (error) => {
          if (!over()) reject(error)
        },
      }
      this.#waiting.push(waiter)
    })
  }
}

interface Resting {
  readonly link: Link
  readonly since: number
  timer?: NodeJS.Timeout
}

interface Waiter {
  /** False when it came too late. */
  readonly take: (link: Link) => boolean
  readonly fail: (error: unknown) => void
}

async function isFit({ link, since }: Resting, idleMs: number): Promise<boolean> {
  try {
    // by the clock on the wall: other clocks stand still while a container is frozen
    if (Date.now() - since > idleMs) await link.ping()
    else link.check()
    return true
  } catch {
    return false
  }
}
