import { createServer, type Server } from 'node:http'
import type { Incoming, Outgoing } from '../../../functions/host/controller.ts'

/** HTTP without a limit on bodies, for the code of actions is among them. A fault of the stand-in is a 500. */
export function speak(answer: (incoming: Incoming) => Promise<Outgoing>): Server {
  return createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', async () => {
      const [path = '/', query = ''] = (request.url ?? '/').split(/\?(.*)/s)
      const headers = Object.entries(request.headersDistinct).map(([name, all = []]) => [name, all.join(', ')] as const)
      const incoming = { method: request.method ?? 'GET', path, query, headers, body: Buffer.concat(chunks) }
      const { status, headers: sent, body } = await answer(incoming).catch(fault)
      response.writeHead(status, sent.flat()).end(body)
    })
  })
}

const fault = (error: unknown): Outgoing => ({
  status: 500,
  headers: [['content-type', 'application/json']],
  body: JSON.stringify({ error: `stand-in: ${error instanceof Error ? error.stack : error}` }),
})
