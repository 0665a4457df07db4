import { type FolderSettings, openSigned } from '../../functions/adapters/objects/folder.ts'
import type { Outgoing } from '../../functions/host/controller.ts'
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

export const nothing = (status: number): Outgoing => ({
  status,
  headers: [
    ['content-type', 'text/plain; charset=utf-8'],
    ['cache-control', 'no-store'],
  ],
  body: `${status}\n`,
})
