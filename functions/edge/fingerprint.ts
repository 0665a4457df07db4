import { createHash } from 'node:crypto'
import type { LedgerScope } from '../ports/scope.ts'

/** What a cursor may only be used with again: one ledger and one choice of filters. */
export type Of = { readonly scope: LedgerScope; readonly list: string; readonly query: object }

/** Of the ledger and the filters; how many rows a page has may change on the way. */
export function fingerprint({ scope, list, query }: Of): string {
  const filters = Object.entries(query).filter(([name]) => name !== 'cursor' && name !== 'limit')
  const text = JSON.stringify([scope.ledgerId, list, filters.sort(([a], [b]) => (a < b ? -1 : 1))])
  return createHash('sha256').update(text).digest('base64url').slice(0, 16)
}
