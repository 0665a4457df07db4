import { once } from 'node:events'
import type { Server } from 'node:http'

/** Refuses what is new and waits for what is under way; after so many milliseconds it waits no longer. */
export async function close(server: Server, patienceMs: number): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  server.closeIdleConnections()
  const impatience = setTimeout(() => server.closeAllConnections(), patienceMs)
  await closed
  clearTimeout(impatience)
}
