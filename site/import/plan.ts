import type { NewTransaction, TransactionView } from '../../functions/api/transactions.ts'
import type { Found } from './line.ts'
import type { Seen } from './seen.ts'

/** `known` came with this very line before; `like` one is entered already; `deleted` came before and is in the trash. */
export const standings = ['new', 'like', 'deleted', 'known'] as const
export type Standing = (typeof standings)[number]

export interface Planned extends Found {
  readonly standing: Standing
}

/** What each entry of a file would be here. One that is entered already explains one line that is like it, not two. */
export function planOf(found: readonly Found[], { entries, deleted }: Seen): readonly Planned[] {
  const ids = new Set(entries.map(({ id }) => id))
  const own = new Set(found.map(({ id }) => id))
  const others = new Map<string, number>()
  for (const entry of entries) {
    if (own.has(entry.id)) continue
    for (const look of looksOf(entry)) others.set(look, (others.get(look) ?? 0) + 1)
  }
  const standingOf = ({ id, draft }: Found): Standing => {
    if (ids.has(id)) return 'known'
    if (deleted.has(id)) return 'deleted'
    const [look = ''] = looksOf(draft)
    const left = others.get(look) ?? 0
    if (left === 0) return 'new'
    others.set(look, left - 1)
    return 'like'
  }
  return found.map((one) => ({ ...one, standing: standingOf(one) }))
}

/** Day, account and what it did there: a transfer looks like one line of either account's file. */
function looksOf({ kind, day, amount, accountId = '', toAccountId, toAmount }: NewTransaction | TransactionView) {
  const isOut = kind === 'expense' || kind === 'transfer'
  const look = (account: string, sign: string, text: string) => `${day} ${account} ${sign}${text}`
  return [
    look(accountId, isOut ? '-' : '', amount),
    ...(toAccountId ? [look(toAccountId, '', toAmount ?? amount)] : []),
  ]
}

/** Taken along, unless somebody says otherwise. */
export const isWanted = ({ standing }: Planned): boolean => standing === 'new'
