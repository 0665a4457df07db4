/** What a column can be of an entry. `out` and `in` are amounts in columns of their own; `way` says which of both an amount is. */
export const roles = ['day', 'amount', 'out', 'in', 'way', 'payee', 'note', 'category', 'tags'] as const
export type Role = (typeof roles)[number]

/** By column, from the left. */
export type Columns = readonly (Role | undefined)[]
