import { addDays, addMonths, type Day, firstOfMonth } from '../domain/day.ts'
import { fromStore } from '../domain/money.ts'
import { billsOn } from './bills.ts'
import { between, type Chance, chances } from './chance.ts'
import { cents, type SampleEntry } from './entry.ts'
import { habitsOn } from './habits.ts'
import { type Purses, purses } from './purses.ts'
import { isAway, tripOn } from './trips.ts'

/** The first day of the sample: two years before the month that holds today. */
export function beginning(today: Day): Day {
  return firstOfMonth(addMonths(today, -24))
}

/**
 * All that an ordinary household of three enters in two years, up to today, in the order of its days: about 2,500
 * entries. The same day gives the same entries, and a later day of the same month only adds to them. Names no real shop.
 */
export function household(today: Day): readonly SampleEntry[] {
  const from = beginning(today)
  const secondYear = addMonths(from, 12)
  const random = chances(2026)
  const held = purses()
  const entries: SampleEntry[] = []
  const enter = (more: readonly SampleEntry[]) => {
    entries.push(...more)
    held.take(more)
  }
  for (let day = from; day <= today; day = addDays(day, 1)) {
    const owed = held.of('card')
    enter(billsOn(day, secondYear))
    enter(tripOn(day, random))
    enter(isAway(day) ? [] : habitsOn(day, random))
    enter(broughtBack(entries, day, random))
    enter(cardBill(owed, day))
    enter(fromTheBank(held, day, random))
  }
  return entries
}

/** Now and then something that was bought a week ago did not fit. */
function broughtBack(entries: readonly SampleEntry[], day: Day, random: Chance): readonly SampleEntry[] {
  const bought = addDays(day, -7)
  return entries
    .slice(-80)
    .filter((one) => one.day === bought && one.kind === 'expense' && one.category?.startsWith('shopping.'))
    .filter(() => random() < 0.22)
    .map((one) => ({ ...one, kind: 'refund', day, note: 'did not fit' }))
}

/** On the 4th the card is paid what it owes. */
function cardBill(owed: bigint, day: Day): readonly SampleEntry[] {
  if (!day.endsWith('-04') || owed >= 0n) return []
  const amount = fromStore(-owed)
  return [{ kind: 'transfer', day, amount, account: 'everyday', to: 'card', note: 'card bill' }]
}

/** Who has little in the purse goes to the bank. */
function fromTheBank(held: Purses, day: Day, random: Chance): readonly SampleEntry[] {
  if (held.of('first') >= 9_000n) return []
  const amount = cents(between(random, 3, 8) * 2_000)
  return [{ kind: 'transfer', day, amount, account: 'everyday', to: 'first' }]
}
