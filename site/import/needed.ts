import type { NewTransaction } from '../../functions/api/transactions.ts'
import type { Missing } from './own.ts'

/** Of what a ledger lacks only that which these entries name: a file says also what is there already, by names of its day. */
export function neededBy({ accounts, categories }: Missing, drafts: readonly NewTransaction[]): Missing {
  const named = new Set(drafts.flatMap(idsIn))
  const below = categories.filter(({ id }) => named.has(id))
  for (const { parentId } of below) named.add(parentId)
  return {
    accounts: accounts.filter(({ id }) => named.has(id)),
    categories: categories.filter(({ id }) => named.has(id)),
  }
}

const idsIn = ({
  accountId,
  toAccountId,
  categoryId,
  splits = [],
}: NewTransaction): readonly (string | undefined)[] => [
  accountId,
  toAccountId,
  categoryId,
  ...splits.map((split) => split.categoryId),
]
