import type { Feature } from '../api/route.ts'

/** Finds the action that a path belongs to, as an API gateway does: exact paths first, then those with names in them. */
export function gatewayOf(table: { readonly [action: string]: Feature }): (path: string) => string | undefined {
  const exact = new Map<string, string>()
  const patterns: { readonly pattern: RegExp; readonly action: string }[] = []
  for (const [action, feature] of Object.entries(table)) {
    for (const { path } of Object.values(feature)) {
      if (path.includes('{')) patterns.push({ pattern: patternOf(path), action })
      else exact.set(path, action)
    }
  }
  return (path) => exact.get(path) ?? patterns.find(({ pattern }) => pattern.test(path))?.action
}

const patternOf = (path: string) => new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`)
