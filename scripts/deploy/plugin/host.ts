import { valueIn } from './reading.ts'
import type { Package, Provider } from './tool.ts'

/** What the host says of itself. */
interface About {
  readonly namespaces: readonly string[]
  /** Kinds of the Node runtime; absent where the host does not tell. */
  readonly kinds?: readonly string[]
}

type Props = Awaited<ReturnType<Provider['props']>>

/** One sentence per reason why the host would take something else than what is meant, or nothing. */
export async function faultsOfHost({ apihost, auth, namespace }: Props, runtime: string): Promise<readonly string[]> {
  if (!apihost || !auth) return ['OW_APIHOST and OW_AUTH say where to deploy, and as whom: one is missing.']
  if (!namespace || namespace === '_') return ['OW_NAMESPACE has to name the namespace: with _ every address is wrong.']

  const about = await ask(apihost, auth)
  if (typeof about === 'string') return [about]
  const { namespaces, kinds } = about
  if (!namespaces.includes(namespace)) {
    return [`OW_NAMESPACE is ${namespace}, but this key is for ${namespaces.join(', ') || 'none'}.`]
  }
  if (kinds && !runtime.endsWith(':default') && !kinds.includes(runtime)) {
    return [`The host has no ${runtime}. It has ${kinds.join(', ')}.`]
  }
  return []
}

/** Another stage in the same namespace would be written over. */
export function stageFault(deployed: Package | undefined, stage: string): string | undefined {
  const there = valueIn(deployed?.annotations, 'stage')
  if (there === undefined || there === stage) return undefined
  return `This namespace holds the stage ${String(there)}, not ${stage}: each stage has a namespace of its own.`
}

async function ask(apihost: string, auth: string): Promise<About | string> {
  const origin = /^https?:\/\//.test(apihost) ? apihost.replace(/\/+$/, '') : `https://${apihost}`
  const authorization = `Basic ${Buffer.from(auth).toString('base64')}`
  try {
    const mine = await fetch(`${origin}/api/v1/namespaces`, { headers: { authorization } })
    if (mine.status === 401 || mine.status === 403) return `${origin} does not take OW_AUTH.`
    if (!mine.ok) return `${origin} answers ${mine.status} where namespaces are listed.`
    const namespaces: unknown = await mine.json()
    const kinds = await kindsOf(origin)
    return { namespaces: Array.isArray(namespaces) ? namespaces.map(String) : [], ...(kinds && { kinds }) }
  } catch (error) {
    return `${origin} cannot be reached (${codeOf(error)}).`
  }
}

async function kindsOf(origin: string): Promise<readonly string[] | undefined> {
  const answer = await fetch(`${origin}/`)
  const about: unknown = answer.ok ? await answer.json().catch(() => undefined) : undefined
  const runtimes: unknown = Object(Object(about).runtimes).nodejs
  return Array.isArray(runtimes) ? runtimes.map(({ kind }) => String(kind)) : undefined
}

function codeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined
  return cause instanceof Error && 'code' in cause ? String(cause.code) : 'no reason given'
}
