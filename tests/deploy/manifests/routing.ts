import type { Feature } from '../../../functions/api/route.ts'
import { site } from '../../../functions/api/site.ts'
import { table } from '../../../functions/api/table.ts'
import type { Manifest } from './render.ts'

/** The action that an HTTPRoute brings a path to: exact matches first, then regular expressions, then the longest prefix. */
export function actionFor(route: Manifest, path: string): string | undefined {
  const matches = route.spec.rules.flatMap(({ matches, filters }: Manifest) =>
    matches.map((match: Manifest) => ({ ...match.path, to: filters[0].urlRewrite.hostname.split('.')[0] })),
  )
  const of = (type: string, fits: (value: string) => boolean) =>
    matches.find((match: Manifest) => match.type === type && fits(match.value))?.to
  return (
    of('Exact', (value) => value === path) ??
    of('RegularExpression', (value) => new RegExp(`^${value}$`).test(path)) ??
    of('PathPrefix', (value) => path.startsWith(value))
  )
}

/** One sentence per route of the table that the gateway would bring to another action, or to none. */
export function routingFaults(all: readonly Manifest[]): readonly string[] {
  const route = all.find(({ kind }) => kind === 'HTTPRoute')
  if (!route) return ['there is no HTTPRoute']
  const features: { readonly [action: string]: Feature } = { ...table, site }
  return Object.entries(features).flatMap(([action, feature]) =>
    Object.values(feature).flatMap(({ path }) => {
      const asked = path.replace(/\{\w+\}/g, '0199aaaa-0000-7000-8000-000000000001')
      const found = actionFor(route, asked)
      const isServed = all.some(({ kind, metadata }) => kind === 'Service' && metadata.name === found)
      return found === action && isServed ? [] : [`${asked} leads to ${found}, not to ${action}`]
    }),
  )
}
