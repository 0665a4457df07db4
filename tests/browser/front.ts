import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { programPath } from '../support/programs.ts'

/** What stands before Outlay where people reach it by https: names of one's own or of many, ending in `.localhost`. */
export interface Front {
  readonly port: number
  /** Leads what is below this path to a port of this machine; the path itself is taken off, as gateways do. */
  lead(path: string, port: number): void
  close(): void
}

/** There is no certificate that a browser would know; whoever comes here must not mind. */
export const canFront = (): boolean => programPath('openssl') !== undefined

export async function openFront(): Promise<Front> {
  let led: { readonly path: string; readonly port: number } | undefined
  const server = createServer(certificate(), (incoming, outgoing) => {
    const { url = '/', method, headers, socket } = incoming
    if (!led || !`${url}/`.startsWith(`${led.path}/`)) return void outgoing.writeHead(404).end()
    const path = url.slice(led.path.length).replace(/^(?!\/)/, '/')
    const forwarded = { ...headers, 'x-forwarded-for': socket.remoteAddress, 'x-forwarded-proto': 'https' }
    const onward = request({ port: led.port, path, method, headers: forwarded }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.rawHeaders)
      answer.pipe(outgoing)
    })
    onward.on('error', () => outgoing.destroy())
    incoming.pipe(onward)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    lead: (path, port) => {
      led = { path, port }
    },
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

function certificate(): { readonly key: string; readonly cert: string } {
  const folder = mkdtempSync(join(tmpdir(), 'outlay-front-'))
  const [key, cert] = [join(folder, 'key'), join(folder, 'cert')]
  const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:*.localhost']
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1']
  const made = spawnSync('openssl', ['req', '-x509', ...kind, ...names, '-keyout', key, '-out', cert])
  if (made.status !== 0) throw new Error(`openssl: ${made.stderr}`)
  const both = { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') }
  rmSync(folder, { recursive: true, force: true })
  return both
}
