import type { Route } from '../../api/route.ts'
import type { RefusalKind } from '../../domain/refusal.ts'

/** All that a route says no to: what it declares, and what its shape and `who` imply. */
export function refusalsOf(route: Route): readonly RefusalKind[] {
  return [...new Set([...implied(route), ...route.refusals])]
}

function implied({ who, body, path }: Route): RefusalKind[] {
  return [
    'bad-request',
    ...when(who !== 'anyone', 'unauthenticated'),
    ...when(who === 'editor' || who === 'owner', 'forbidden'),
    ...when(path.includes('{ledger}'), 'not-found'),
    ...when(body !== undefined, 'too-large', 'unsupported-media-type'),
  ]
}

const when = (applies: boolean, ...kinds: RefusalKind[]): RefusalKind[] => (applies ? kinds : [])
