import type { SiteFiles } from '../actions/site/site-files.ts'
import type { Feature } from '../api/route.ts'
import { compressed, squeezed } from './compress.ts'
import { type Action, type Incoming, invoke } from './controller.ts'
import { gatewayOf } from './gateway.ts'
import { refusal } from './refusal.ts'
import type { Answer } from './server.ts'

/** What a host serves: actions by name, and which routes lead to them. */
export interface Served {
  readonly routes: { readonly [action: string]: Feature }
  readonly actions: { readonly [name: string]: Action }
  /** The action that serves the page; its files go out compressed. */
  readonly site: string
  /** Loaded when the first file is asked for. */
  readonly files: () => Promise<SiteFiles>
  /** Bound to every call. Asked each time, for a host may learn its own address late. */
  readonly env: () => Env
}

type Env = { readonly [name: string]: string | undefined }

/** Routes as an API gateway does, calls as OpenWhisk's controller does, and compresses as what is in front would. */
export function answerBy({ routes, actions, site, files, env }: Served): Answer {
  const route = gatewayOf(routes)

  return async (incoming) => {
    const bound = env()
    const path = below(bound.PUBLIC_URL ?? '', incoming.path)
    const name = route(path)
    const action = name !== undefined && Object.hasOwn(actions, name) ? actions[name] : undefined
    if (!action) return refusal('not-found', incoming.headers)

    const outgoing = await invoke(action, incoming, bound)
    const accepted = encodingsOf(incoming)
    if (name === site) return compressed(outgoing, path, accepted, await files())
    return squeezed(outgoing, incoming.method, accepted)
  }
}

const encodingsOf = ({ headers }: Incoming): string =>
  headers.find(([name]) => name.toLowerCase() === 'accept-encoding')?.[1] ?? ''

/** The path without the one that PUBLIC_URL ends in: a proxy in front may leave it on or take it off. */
function below(publicUrl: string, path: string): string {
  const base = baseOf(publicUrl)
  return path.startsWith(`${base}/`) ? path.slice(base.length) : path
}

function baseOf(publicUrl: string): string {
  if (lastBase.of !== publicUrl) {
    const path = URL.canParse(publicUrl) ? new URL(publicUrl).pathname.replace(/\/+$/, '') : ''
    lastBase = { of: publicUrl, path }
  }
  return lastBase.path
}

/** A host has one address, which every request asks for. */
let lastBase = { of: '', path: '' }
