import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'

/** A line to a port of this machine that counts how often a client has asked and waited for an answer. */
export interface CountedLine {
  readonly port: number
  /** Round trips since the last time that this was asked. */
  taken(): number
  close(): void
}

export async function countedLine(to: number): Promise<CountedLine> {
  let trips = 0
  const server = createServer((client) => {
    const behind = connect(to, '127.0.0.1')
    let isAnswered = true
    for (const socket of [client, behind]) socket.setNoDelay(true).on('error', () => end())
    const end = () => {
      client.destroy()
      behind.destroy()
    }
    client.on('close', end).on('data', (bytes) => {
      if (isAnswered) trips += 1
      isAnswered = false
      behind.write(bytes)
    })
    behind.on('close', end).on('data', (bytes) => {
      isAnswered = true
      client.write(bytes)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    taken: () => {
      const since = trips
      trips = 0
      return since
    },
    close: () => {
      server.close()
    },
  }
}
