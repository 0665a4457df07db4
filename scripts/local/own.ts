import { type FolderSettings, openSigned } from '../../functions/adapters/objects/folder.ts'
import type { Incoming, Outgoing } from '../../functions/host/controller.ts'
import type { Answer } from '../../functions/host/server.ts'

/** Files of the folder, by the addresses that its adapter has signed; elsewhere an object store does this. */
export function filesAnswer(settings: () => FolderSettings): Answer {
  return async ({ method, path, query }) => {
    if (method !== 'GET' && method !== 'HEAD') return nothing(405)
    const file = await openSigned(settings(), path.slice(path.indexOf('/files/') + '/files/'.length), query)
    if (!file) return nothing(403)
    const name = encodeURIComponent(file.filename)
    return {
      status: 200,
      headers: [
        ['content-type', file.type],
        ['content-disposition', `attachment; filename*=UTF-8''${name}`],
        ['cache-control', 'no-store'],
        ['x-content-type-options', 'nosniff'],
        ['content-security-policy', "default-src 'none'; sandbox"],
      ],
      body: method === 'HEAD' ? '' : Buffer.from(file.body),
    }
  }
}

/**
 * Whether somebody at this very machine asks, under one of its own names, and through no proxy. Nobody is told apart where
 * people come by another address: a proxy here that adds no header looks like them all.
 */
export function isFromHere({ headers }: Incoming, publicUrl: string): boolean {
  const last = (name: string) => headers.findLast(([known]) => known.toLowerCase() === name)?.[1] ?? ''
  return (
    loopback.test(last('x-forwarded-for')) && [last('host'), new URL(publicUrl).host].every((host) => own.test(host))
  )
}

const own = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/
const loopback = /^(::ffff:)?127\.\d+\.\d+\.\d+$|^::1$/

export const nothing = (status: number): Outgoing => ({
  status,
  headers: [
    ['content-type', 'text/plain; charset=utf-8'],
    ['cache-control', 'no-store'],
  ],
  body: `${status}\n`,
})
