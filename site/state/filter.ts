/** Which entries a list is about: ids and days, as the address has them. */
export const filters = [
  ...(['from', 'to', 'category', 'account', 'payee', 'kind'] as const),
  ...(['tag', 'text', 'min', 'max', 'currency'] as const),
]
export type Filter = { readonly [Name in (typeof filters)[number]]?: string | undefined }

export function filterIn(query: URLSearchParams): Filter {
  return Object.fromEntries(filters.map((name) => [name, query.get(name) || undefined]))
}

/** The address may say anything; what the route takes is checked there. */
export function queryOf(filter: Filter) {
  const { kind, ...rest } = filter
  return { ...rest, kind: (['expense', 'income', 'transfer', 'refund'] as const).find((one) => one === kind) }
}
