import { parseDay } from '../../functions/domain/day.ts'
import type { Transaction } from '../../functions/domain/transaction.ts'
import { meantBy, type Readings } from '../narrowing.ts'
import type { Filter } from '../state/filter.ts'
import { treeOf, type World } from './world.ts'

/** The field whose day is none, if there is one. */
export function badDayIn({ from, to }: Filter): string | undefined {
  if (from !== undefined && !parseDay(from).ok) return '/query/from'
  return to !== undefined && !parseDay(to).ok ? '/query/to' : undefined
}

/** The entries that are meant, the newest day first. */
export function found(world: World, query: Filter): readonly Transaction[] {
  const all = [...world.entries.values()].filter(meantBy(query, readingsOf(world)))
  return all.sort((a, b) => (placeOf(a) < placeOf(b) ? 1 : -1))
}

export const placeOf = ({ day, id }: Transaction): string => `${day} ${id}`

function readingsOf(world: World): Readings {
  const { payees } = world
  const readAs = (id: string) => payees.get(id)?.mergedInto ?? id
  return {
    family: (category) => treeOf(world).family(category),
    readAs,
    payeeNames: (entry) =>
      entry.payee ? [payees.get(entry.payee.id)?.name, payees.get(readAs(entry.payee.id))?.name] : [],
  }
}
