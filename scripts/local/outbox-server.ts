import { close } from '../../functions/host/closing.ts'
import { serverOf } from '../../functions/host/server.ts'
import type { Letters } from '../../functions/ports/letters.ts'
import { listen } from './listen.ts'
import { outboxAnswer } from './outbox.ts'

export interface OutboxServer {
  readonly url: string
  close(): Promise<void>
}

/**
 * Shows the outbox on a port of its own, which only this machine can reach. On the port of everybody else, a proxy here
 * that adds no header would look like somebody who sits at this machine, and show everybody's mails to the world.
 */
export async function startOutbox(folder: string, letters: () => Promise<Letters>): Promise<OutboxServer> {
  const server = serverOf(outboxAnswer(folder, letters))
  const { port } = await listen(server, { port: 0, host: '127.0.0.1' })
  return { url: `http://localhost:${port}/outbox`, close: () => close(server, 0) }
}
