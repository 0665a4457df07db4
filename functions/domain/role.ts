/** What a member of a ledger may do: a viewer reads, an editor records, an owner also settles the ledger itself. */
export type Role = 'viewer' | 'editor' | 'owner'

const rank: { readonly [R in Role]: number } = { viewer: 1, editor: 2, owner: 3 }

export const reaches = (role: Role, needed: Role): boolean => rank[role] >= rank[needed]
