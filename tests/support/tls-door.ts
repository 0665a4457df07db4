import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { type AddressInfo, connect } from 'node:net'
import { createServer } from 'node:tls'

/** Speaks TLS before a port of this machine whose server does not. */
export interface TlsDoor {
  readonly port: number
  close(): void
}

/** Certificate and key are files. */
export async function tlsDoor(
  behind: number,
  { certificate, key }: { readonly certificate: string; readonly key: string },
): Promise<TlsDoor> {
  const server = createServer({ cert: readFileSync(certificate), key: readFileSync(key) }, (client) => {
    const inner = connect(behind, '127.0.0.1')
    client.pipe(inner).pipe(client)
    for (const [one, other] of [
      [client, inner],
      [inner, client],
    ] as const) {
      one.on('error', () => other.destroy()).on('close', () => other.destroy())
    }
  })
  server.on('tlsClientError', () => {})
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    close: () => {
      server.close()
    },
  }
}
