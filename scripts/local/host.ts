import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { lockFolder } from '../../functions/adapters/sql/folder-lock.ts'
import { site } from '../../functions/api/site.ts'
import { table } from '../../functions/api/table.ts'
import { close as closePorts } from '../../functions/compose.ts'
import { Sentence } from '../../functions/domain/sentence.ts'
import { actions } from './actions.ts'
import { compressed } from './compress.ts'
import { complaint, type Incoming, invoke, type Outgoing } from './controller.ts'
import { gatewayOf } from './gateway.ts'
import { keysIn } from './keys.ts'
import { type Planes, prepare, settle } from './planes.ts'
import { serverOf } from './server.ts'
import type { HostSettings } from './settings.ts'

export interface Host {
  readonly url: string
  /** The settings of all actions. */
  readonly env: object
  /** Answers what is under way, closes the databases and lets go of the folder. */
  close(): Promise<void>
}

/** Runs all actions in this process on one port and one folder. Throws a `Sentence` for what a person can mend. */
export async function startHost(settings: HostSettings): Promise<Host> {
  const unlock = await lockFolder(settings.data)
  try {
    const keys = keysIn(settings.data)
    const planes = await prepare(settings)

    const env: { [name: string]: string | undefined } = {}
    const server = serverOf((incoming) => answer(incoming, env))
    const { port } = await listen(server, settings)
    const url = `http://localhost:${port}`
    Object.assign(env, envOf(settings, planes, keys, url))
    return { url, env, close: () => stop(server, planes, unlock) }
  } catch (error) {
    await closePorts()
    unlock()
    throw error
  }
}

function envOf({ env }: HostSettings, planes: Planes, keys: ReturnType<typeof keysIn>, url: string) {
  const { privateKey, publicKeys } = keys
  return { TOKEN_PRIVATE_KEY: privateKey, TOKEN_PUBLIC_KEYS: publicKeys, PUBLIC_URL: url, ...env, ...planes }
}

async function answer(incoming: Incoming, env: { readonly [name: string]: string | undefined }): Promise<Outgoing> {
  const path = below(env.PUBLIC_URL ?? '', incoming.path)
  const name = actionAt(path)
  if (!name) return complaint(404, 'The requested resource does not exist.')
  const outgoing = await invoke(actions[name], incoming, env)
  if (name !== 'site') return outgoing
  const accepted = incoming.headers.find(([header]) => header.toLowerCase() === 'accept-encoding')?.[1] ?? ''
  return compressed(outgoing, path, accepted, (await import('outlay:site')).default)
}

const route = gatewayOf({ ...table, site })

function actionAt(path: string): keyof typeof actions | undefined {
  const name = route(path)
  return name !== undefined && isAction(name) ? name : undefined
}

const isAction = (name: string): name is keyof typeof actions => Object.hasOwn(actions, name)

/** The path without the one that PUBLIC_URL ends in: a proxy in front may leave it on or take it off. */
function below(publicUrl: string, path: string): string {
  const base = new URL(publicUrl).pathname.replace(/\/+$/, '')
  return path.startsWith(`${base}/`) ? path.slice(base.length) : path
}

async function listen(server: Server, { port, host }: HostSettings): Promise<AddressInfo> {
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

/** Milliseconds that answers under way may still take. */
const patienceMs = 10_000

async function stop(server: Server, planes: Planes, unlock: () => void): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  server.closeIdleConnections()
  const impatience = setTimeout(() => server.closeAllConnections(), patienceMs)
  await closed
  clearTimeout(impatience)
  await settle(planes).finally(closePorts).finally(unlock)
}
