import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Manifest } from './render.ts'

/** Which package has the published schemas of a group; the rest is Kubernetes' own. */
const packages: Readonly<Record<string, string>> = {
  'serving.knative.dev': '@kubernetes-models/knative',
  'sources.knative.dev': '@kubernetes-models/knative',
  'networking.internal.knative.dev': '@kubernetes-models/knative',
  'gateway.networking.k8s.io': '@kubernetes-models/gateway-api',
}

/** One sentence per way in which a manifest is not what its published schema says, fields that it does not have included. */
export async function schemaFaults(manifest: Manifest): Promise<readonly string[]> {
  const { apiVersion, kind } = manifest
  const name = `${kind} ${manifest.metadata?.name}`
  const model = await modelOf(apiVersion, kind).catch(() => undefined)
  if (!model) return [`${name}: there is no ${kind} in ${apiVersion}.`]

  const unread = new Set<string>()
  const broken = reasonsOf(model, watched(manifest, '', unread))
  return [...broken, ...[...unread].map((path) => `${path} is no field`)].map((what) => `${name}: ${what}`)
}

interface Model {
  readonly prototype: { validate(): void }
}

async function modelOf(apiVersion: string, kind: string): Promise<Model | undefined> {
  const group = apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : ''
  const home = packages[group] ?? 'kubernetes-models'
  const find = createRequire(resolve('scripts/deploy/package.json'))
  const folder = find.resolve(`${home}/package.json`).replace(/package\.json$/, '')
  const module = await import(pathToFileURL(`${folder}${apiVersion}/${kind}.js`).href)
  return module[kind]
}

function reasonsOf({ prototype }: Model, manifest: Manifest): readonly string[] {
  try {
    prototype.validate.call(manifest)
    return []
  } catch (error) {
    return (error instanceof Error ? error.message : String(error)).split(', ')
  }
}

/** These hold names of somebody's own making, or a scalar that may be written in two ways. */
const free = /\/(labels|annotations|matchLabels|selector|data|requests|limits|nodeSelector)(\/|$)/

/**
 * The published validators say nothing of a field that they do not know. They do not look at it either: what nobody has
 * read of a manifest is no field of it.
 */
function watched(value: Manifest, path: string, unread: Set<string>): Manifest {
  if (typeof value !== 'object' || value === null || free.test(path)) return value
  if (!Array.isArray(value)) for (const key of Object.keys(value)) unread.add(`${path}/${key}`)
  return new Proxy(value, {
    get(target, key) {
      if (typeof key === 'string') unread.delete(`${path}/${key}`)
      return watched(Reflect.get(target, key), `${path}/${String(key)}`, unread)
    },
  })
}
