import { fromStore, type Minor, plus } from '../domain/money.ts'
import { type AccountKey, cents, type SampleEntry } from './entry.ts'

/** What the accounts hold on the first day, in minor units of each one's currency. */
export const openings: { readonly [Key in AccountKey]: Minor } = {
  first: cents(8_500),
  everyday: cents(241_035),
  card: cents(-61_240),
  savings: cents(820_000),
  francs: cents(4_050),
}

/** How much is where, as entries come and go. */
export interface Purses {
  readonly of: (key: AccountKey) => Minor
  readonly take: (entries: readonly SampleEntry[]) => void
}

export function purses(): Purses {
  const held = new Map(Object.entries(openings))
  const of = (key: AccountKey) => held.get(key) ?? cents(0)
  return {
    of,
    take: (entries) => {
      for (const { kind, amount, account, to, toAmount = amount } of entries) {
        const leaves = kind === 'expense' || kind === 'transfer'
        held.set(account, plus(of(account), leaves ? fromStore(-amount) : amount))
        if (to) held.set(to, plus(of(to), toAmount))
      }
    },
  }
}
