import { boundIn } from '../../functions/domain/bound.ts'
import { parseDay } from '../../functions/domain/day.ts'
import { fold } from '../../functions/domain/fold.ts'
import { queryTerms, termsOf } from '../../functions/domain/terms.ts'
import type { Transaction } from '../../functions/domain/transaction.ts'
import { treeOf, type World } from './world.ts'

/** As the address has them; every one narrows. */
export interface Query {
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly account?: string | undefined
  readonly category?: string | undefined
  readonly payee?: string | undefined
  readonly kind?: string | undefined
  readonly tag?: string | undefined
  readonly text?: string | undefined
  readonly min?: string | undefined
  readonly max?: string | undefined
  readonly currency?: string | undefined
}

/** The field whose day is none, if there is one. */
export function badDayIn({ from, to }: Query): string | undefined {
  if (from !== undefined && !parseDay(from).ok) return '/query/from'
  return to !== undefined && !parseDay(to).ok ? '/query/to' : undefined
}

/** The entries that are meant, the newest day first. */
export function found(world: World, query: Query): readonly Transaction[] {
  const meets = meeting(world, query)
  const all = [...world.entries.values()].filter(meets)
  return all.sort((a, b) => (placeOf(a) < placeOf(b) ? 1 : -1))
}

export const placeOf = ({ day, id }: Transaction): string => `${day} ${id}`

function meeting(world: World, query: Query): (entry: Transaction) => boolean {
  const { from, to, account, category, payee, kind, tag, text, min, max, currency } = query
  const family = new Set<string>(category && category !== 'none' ? treeOf(world).family(category) : [])
  const prefixes = text === undefined ? [] : queryTerms(text)
  const words = wordsIn(world)
  const root = (id: string) => world.payees.get(id)?.mergedInto ?? id
  return (entry) => {
    const filed = entry.splits.length > 0 ? entry.splits.map((one) => one.categoryId) : [entry.categoryId]
    const { digits } = entry.currency
    return (
      (from === undefined || entry.day >= from) &&
      (to === undefined || entry.day <= to) &&
      (account === undefined || entry.accountId === account || entry.to?.accountId === account) &&
      (category === undefined ||
        (category === 'none'
          ? entry.kind !== 'transfer' && filed.includes(undefined)
          : filed.some((id) => id !== undefined && family.has(id)))) &&
      (payee === undefined || (entry.payee !== undefined && root(entry.payee.id) === root(payee))) &&
      (kind === undefined || entry.kind === kind) &&
      (tag === undefined || entry.tags.some((one) => fold(one) === fold(tag))) &&
      (min === undefined || entry.amount >= boundIn(min, digits, 'min')) &&
      (max === undefined || entry.amount <= boundIn(max, digits, 'max')) &&
      (currency === undefined || entry.currency.code === currency) &&
      (text === undefined ||
        (prefixes.length > 0 && prefixes.every((prefix) => words(entry).some((word) => word.startsWith(prefix)))))
    )
  }
}

/** An entry is found by its payee's own name, by that of the payee it is read as, and by its notes. */
const wordsIn = (world: World) => (entry: Transaction) => {
  const payee = entry.payee && world.payees.get(entry.payee.id)
  const names = [payee?.name, payee?.mergedInto && world.payees.get(payee.mergedInto)?.name]
  const notes = [entry.note, ...entry.splits.map(({ note }) => note)]
  return termsOf(...[...names, ...notes].filter((text) => text !== undefined))
}
