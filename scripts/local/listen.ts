import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Sentence } from '../../functions/domain/sentence.ts'
import type { HostSettings } from './settings.ts'

/** Where it listens then. Throws a `Sentence`. */
export async function listen(
  server: Server,
  { port, host }: Pick<HostSettings, 'port' | 'host'>,
): Promise<AddressInfo> {
  server.listen(port, host)
  try {
    await once(server, 'listening')
  } catch (cause) {
    throw new Sentence(whyNot(cause, port, host), { cause })
  }
  const address = server.address()
  if (typeof address === 'string' || !address) throw new Error('A server on a port has an address')
  return address
}

function whyNot(cause: unknown, port: number, host: string): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  if (code === 'EADDRINUSE') return `Port ${port} is in use. Stop what uses it, or set PORT to another one.`
  if (code === 'EACCES') return `Port ${port} may not be used by this user. Set PORT to one above 1023.`
  return `Outlay cannot listen on ${host}, port ${port} (${code}).`
}
