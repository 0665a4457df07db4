import { request } from 'node:http'

export interface RawRequest {
  readonly method: string
  /** Sent as it stands: nothing is encoded or made shorter. */
  readonly path: string
  readonly headers?: { readonly [name: string]: string | readonly string[] }
  readonly body?: string
}

/** Sends what `fetch` would mend or refuse to send: odd paths, a header twice. */
export function raw(
  url: string,
  { method, path, headers = {}, body }: RawRequest,
): Promise<{ status: number; text: string }> {
  const { hostname, port } = new URL(url)
  const sent = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, typeof value === 'string' ? value : [...value]]),
  )
  return new Promise((resolve, reject) => {
    const asking = request({ hostname, port, method, path, headers: sent }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString() }))
    })
    asking.on('error', reject)
    asking.end(body)
  })
}
