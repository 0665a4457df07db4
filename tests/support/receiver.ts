import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { JobsDesk } from '../../functions/ports/jobs.contract.ts'
import type { ReportBatch } from '../../functions/ports/jobs.ts'

/** Somebody on this machine who takes work over HTTP; looks at each call before it counts. */
export async function receiver(
  taken: number,
  look: (request: IncomingMessage) => void,
): Promise<Omit<JobsDesk, 'jobs'> & { readonly url: string }> {
  let how: number | 'silent' = taken
  const waiting: ((batch: ReportBatch) => void)[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      look(request)
      if (how === 'silent') return
      // the work goes on after the answer has begun, and nobody may wait for its end
      response.writeHead(how, { 'content-type': 'application/json' }).write('{"activationId":')
      if (how === taken) waiting.shift()?.(JSON.parse(Buffer.concat(chunks).toString()))
      if (how !== taken || !/async/.test(String(request.headers.prefer))) response.end('"a1"}')
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const gone = async () => {
    if (!server.listening) return
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  }
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    next: () => new Promise((resolve) => waiting.push(resolve)),
    answer: async (next) => {
      if (next === 'away') await gone()
      else how = next
    },
    close: gone,
  }
}
