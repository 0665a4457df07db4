import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'

/** Where the bytes come from. */
export type Side = 'client' | 'server'

/** A line between a client and a server on this machine that can be hurt in the ways in which real ones are. */
export interface TcpProxy {
  readonly host: '127.0.0.1'
  readonly port: number
  /** How many connections are open now. */
  open(): number
  /** Nobody listens any more and what is open is reset; `heal` listens again on the same port. */
  refuse(): Promise<void>
  /** What is open is reset; what comes next passes. */
  cut(): void
  /** The client of what is open is told that the server has said its last word, and may go on speaking. */
  halfClose(): void
  /** Nothing passes, and new connections are taken and get no word, until `heal` lets through what was held back. */
  blackhole(): void
  /** What is open now falls silent for good, as when a router has forgotten it; what comes next passes. */
  strand(): void
  /** Each chunk is held back that long. */
  delay(ms: number): void
  /** Once so many more bytes have passed from that side, on all connections together, the one that goes on is reset. */
  cutAfter(bytes: number, from: Side): void
  /**
   * The next bytes of a client that match reach the server, and the connection is reset when it answers: the client never
   * learns what became of its request. Resolves then.
   */
  loseAnswerTo(matches: (bytes: Buffer) => boolean): Promise<void>
  /** Everything passes again. */
  heal(): Promise<void>
  close(): Promise<void>
}

/** How to reach what lies behind: a port of this machine, or a socket. */
export type Behind = { readonly port: number } | { readonly path: string }

export async function startTcpProxy(behind: Behind): Promise<TcpProxy> {
  const links = new Set<Link>()
  const rules: Rules = { delayMs: 0 }
  let held = passing
  let server = await listen(0, take)
  const { port } = server.address() as AddressInfo

  function take(client: Socket): void {
    const link = new Link(client, connect({ ...behind, allowHalfOpen: true }), rules, () => links.delete(link))
    links.add(link)
    link.hold(held)
  }
  const holdAll = (gate: Gate) => {
    for (const link of links) link.hold(gate)
  }
  const resetAll = () => {
    for (const link of links) link.reset()
  }
  const stop = async () => {
    const closed = server.listening ? once(server, 'close') : undefined
    server.close()
    resetAll()
    await closed
  }

  return {
    host: '127.0.0.1',
    port,
    open: () => links.size,
    refuse: stop,
    cut: resetAll,
    halfClose: () => {
      for (const link of links) link.client.end()
    },
    blackhole: () => {
      held = gateShut()
      holdAll(held)
    },
    strand: () => holdAll(gateShut()),
    delay: (ms) => {
      rules.delayMs = ms
    },
    cutAfter: (bytes, from) => {
      rules.allowance = { bytes, from }
    },
    loseAnswerTo: (matches) =>
      new Promise((lost) => {
        rules.loses = { matches, lost }
      }),
    heal: async () => {
      rules.delayMs = 0
      rules.allowance = undefined
      rules.loses = undefined
      const gate = held
      held = passing
      gate.open()
      if (!server.listening) server = await listen(port, take)
    },
    close: stop,
  }
}

/** What holds for all connections; read for each chunk, so that it can change under way. */
interface Rules {
  delayMs: number
  allowance?: { bytes: number; readonly from: Side } | undefined
  loses?: { readonly matches: (bytes: Buffer) => boolean; readonly lost: () => void } | undefined
}

/** Opens once, if ever. */
interface Gate {
  readonly opened: Promise<void>
  open(): void
}

const passing: Gate = { opened: Promise.resolve(), open: () => {} }

function gateShut(): Gate {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open }
}

/** One client with its server. */
class Link {
  readonly client: Socket
  readonly #server: Socket
  readonly #rules: Rules
  #gate = passing
  /** Set once the answer that comes next is to be lost. */
  #losing: (() => void) | undefined

  constructor(client: Socket, server: Socket, rules: Rules, gone: () => void) {
    this.client = client
    this.#server = server
    this.#rules = rules
    this.#carry(client, server, 'client')
    this.#carry(server, client, 'server')
    client.once('close', gone)
  }

  hold(gate: Gate): void {
    this.#gate = gate
  }

  /** A farewell and a reset: the client sees the one or the other. */
  reset(): void {
    this.client.resetAndDestroy()
    this.#server.destroy()
  }

  /** One chunk at a time, so that none overtakes another; an end comes after the last of them. */
  #carry(from: Socket, to: Socket, side: Side): void {
    from.setNoDelay(true)
    from.on('data', async (bytes: Buffer) => {
      from.pause()
      await this.#turn()
      if (!this.#passes(bytes, side)) return this.reset()
      if (to.writable) to.write(bytes)
      from.resume()
    })
    from.on('end', async () => {
      await this.#turn()
      to.end()
    })
    from.on('error', () => this.reset())
  }

  async #turn(): Promise<void> {
    if (this.#rules.delayMs) await new Promise((resolve) => setTimeout(resolve, this.#rules.delayMs))
    await this.#gate.opened
  }

  #passes(bytes: Buffer, side: Side): boolean {
    const { allowance, loses } = this.#rules
    if (side === 'server' && this.#losing) {
      this.#losing()
      return false
    }
    if (side === 'client' && loses?.matches(bytes)) {
      this.#losing = loses.lost
      this.#rules.loses = undefined
    }
    if (allowance?.from !== side) return true
    const part = bytes.subarray(0, allowance.bytes)
    allowance.bytes -= part.length
    if (part.length === bytes.length) return true
    this.#rules.allowance = undefined
    const to = side === 'client' ? this.#server : this.client
    to.write(part)
    return false
  }
}

async function listen(port: number, take: (client: Socket) => void): Promise<Server> {
  const server = createServer({ allowHalfOpen: true }, take)
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return server
}
