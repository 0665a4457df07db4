import type { Feature } from '../api/route.ts'

export type Match =
  | { readonly kind: 'found'; readonly handler: string; readonly params: { readonly [name: string]: string } }
  | { readonly kind: 'no-path' }
  | { readonly kind: 'no-method'; readonly path: string; readonly allow: readonly string[] }

/** Finds the route that a request means; HEAD is GET here, and the answer loses its body later. */
export function matcher(feature: Feature): (method: string, path: string) => Match {
  let places: readonly Place[] | undefined

  return (method, path) => {
    places ??= placesOf(feature)
    const ours = path.slice(Math.max(0, path.lastIndexOf('/v1/')))
    for (const place of places) {
      const matched = place.pattern.exec(ours)
      if (!matched) continue
      const handler = place.handlers.get(method === 'HEAD' ? 'GET' : method)
      if (handler) return { kind: 'found', handler, params: paramsOf(place, matched) }
      return { kind: 'no-method', path: place.path, allow: allowed(place) }
    }
    return { kind: 'no-path' }
  }
}

const allowed = ({ handlers }: Place) => [...(handlers.has('GET') ? ['HEAD'] : []), ...handlers.keys()].sort()

const paramsOf = ({ names }: Place, [, ...values]: readonly string[]) =>
  Object.fromEntries(names.map((name, at) => [name, values[at] ?? '']))

interface Place {
  readonly path: string
  /** Of what stands in braces, in their order. */
  readonly names: readonly string[]
  readonly pattern: RegExp
  readonly handlers: Map<string, string>
}

/** One per path, those with fewer names in them first: `/sessions/refresh` is no `/sessions/{id}`. */
function placesOf(feature: Feature): Place[] {
  const places = new Map<string, Place>()
  for (const [handler, { method, path }] of Object.entries(feature)) {
    const place = places.get(path) ?? { path, names: namesIn(path), pattern: patternOf(path), handlers: new Map() }
    places.set(path, place)
    place.handlers.set(method, handler)
  }
  return [...places.values()].sort((a, b) => a.names.length - b.names.length)
}

const namesIn = (path: string) => [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)

function patternOf(path: string): RegExp {
  const literal = path.replace(/[.]/g, '\\$&')
  return new RegExp(`^${literal.replace(/\{(\w+)\}/g, '([^/]+)')}$`)
}
