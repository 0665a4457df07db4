import { type Day, weekday } from '../domain/day.ts'
import { isWorkday } from './bills.ts'
import { between, type Chance } from './chance.ts'
import { cents, type Pattern, type SampleEntry } from './entry.ts'

/** How likely it is on a day, and between which amounts (cents). */
interface Habit extends Pattern {
  readonly often: number
  readonly low: number
  readonly high: number
  readonly when?: 'workdays' | 'weekends'
}

/** What an ordinary day at home brings. Big receipts are split over what was in the trolley. */
export function habitsOn(day: Day, random: Chance): readonly SampleEntry[] {
  const isFree = !isWorkday(day)
  const entries: SampleEntry[] = []
  for (const { often, low, high, when, ...pattern } of habits) {
    // drawn whether it counts or not, so that what is said of one habit moves no other
    const [happens, amount, mixed] = [random(), between(random, low, high), random()]
    if ((when === 'workdays' && isFree) || (when === 'weekends' && !isFree)) continue
    if (happens >= often * (when || weekday(day) < 5 ? 1 : 1.3)) continue
    const isMixed = pattern.payee === trolley.payee && amount > 3_000 && mixed < 0.3
    entries.push(isMixed ? mixedBag(day, amount) : { ...pattern, day, amount: cents(amount) })
  }
  return entries
}

const byCard = { kind: 'expense', account: 'card' } as const
const inCash = { kind: 'expense', account: 'first' } as const
const out = { kind: 'expense', account: 'everyday' } as const
const trolley = { ...byCard, payee: 'Larder & Co' } as const

function mixedBag(day: Day, amount: number): SampleEntry {
  const goods = Math.floor(amount / 4)
  const splits = [
    { category: 'food.groceries', amount: cents(amount - goods) },
    { category: 'home.household', amount: cents(goods) },
  ]
  return { ...trolley, day, amount: cents(amount), splits }
}

const habits: readonly Habit[] = [
  { often: 0.36, low: 900, high: 4_200, ...byCard, payee: 'Green Row Market', category: 'food.groceries' },
  { often: 0.31, low: 1_400, high: 6_800, ...trolley, category: 'food.groceries' },
  { often: 0.38, low: 280, high: 1_150, ...inCash, payee: 'Mill Lane Bakery', category: 'own.bakery' },
  { often: 0.27, low: 350, high: 590, ...inCash, payee: 'Platform Coffee', category: 'food.snacks' },
  { often: 0.36, low: 720, high: 1_390, ...byCard, when: 'workdays', payee: 'Canteen Nine', category: 'food.lunch' },
  { often: 0.1, low: 2_200, high: 5_800, ...byCard, payee: 'The Blue Door', category: 'food.restaurants' },
  { often: 0.2, low: 900, high: 2_400, ...inCash, when: 'weekends', payee: 'Saturday Stalls', category: 'own.market' },
  { often: 0.09, low: 280, high: 640, ...inCash, payee: 'Fernway Transit', category: 'transport.transit' },
  { often: 0.05, low: 3_800, high: 7_200, ...byCard, payee: 'Corner Fuel', category: 'transport.fuel' },
  { often: 0.05, low: 200, high: 800, ...inCash, payee: 'City Parking', category: 'transport.car' },
  { often: 0.03, low: 900, high: 2_600, ...byCard, payee: 'Night Cab', category: 'transport.taxi' },
  { often: 0.05, low: 1_900, high: 9_500, ...byCard, payee: 'Thread & Button', category: 'shopping.clothes' },
  { often: 0.015, low: 2_900, high: 22_000, ...byCard, payee: 'Volt & Wire', category: 'shopping.electronics' },
  { often: 0.08, low: 450, high: 1_900, ...byCard, payee: 'Soap & Sons', category: 'health.toiletries' },
  { often: 0.05, low: 700, high: 3_200, ...byCard, payee: 'Corner Pharmacy', category: 'health.pharmacy' },
  { often: 0.025, low: 2_800, high: 5_200, ...byCard, payee: 'Two Combs', category: 'health.hair' },
  { often: 0.05, low: 800, high: 3_400, ...byCard, when: 'weekends', payee: 'Toy Attic', category: 'family.toys' },
  { often: 0.08, low: 800, high: 2_900, ...byCard, payee: 'Fur & Feather', category: 'family.pets' },
  { often: 0.14, low: 500, high: 501, ...inCash, when: 'weekends', category: 'family.pocket', note: 'pocket money' },
  { often: 0.05, low: 1_200, high: 4_200, ...byCard, payee: 'Old Mill Cinema', category: 'leisure.going-out' },
  { often: 0.06, low: 900, high: 2_800, ...byCard, payee: 'Second Page', category: 'leisure.hobbies' },
  { often: 0.05, low: 1_500, high: 9_000, ...out, payee: 'Hammer & Nail', category: 'home.household' },
  { often: 0.03, low: 1_500, high: 6_000, ...byCard, payee: 'Paper Kite', category: 'giving.gifts', tags: ['gift'] },
]
