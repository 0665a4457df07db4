import { type Day, monthOf, weekday } from '../domain/day.ts'
import { cents, type Pattern, type SampleEntry } from './entry.ts'

/** What comes on a date: in every month, or in those that are named. Amounts in cents; `later` is what it costs from the second year on. */
interface Bill extends Pattern {
  readonly date: number
  readonly cents: number
  readonly later?: number
  readonly months?: readonly number[]
}

export function billsOn(day: Day, secondYear: Day): readonly SampleEntry[] {
  const [date, month] = [Number(day.slice(8)), Number(monthOf(day).slice(5))]
  const due = bills.filter((bill) => bill.date === date && (bill.months?.includes(month) ?? true))
  return due.map(({ date: _, months: __, cents: first, later = first, ...pattern }) => ({
    ...pattern,
    day,
    amount: cents(day < secondYear ? first : later),
  }))
}

/** Whether somebody goes to work. */
export const isWorkday = (day: Day): boolean => weekday(day) < 6

const out = { kind: 'expense', account: 'everyday' } as const
const byCard = { kind: 'expense', account: 'card' } as const
const into = { kind: 'income', account: 'everyday' } as const

const bills: readonly Bill[] = [
  { date: 1, ...into, cents: 296_000, later: 305_000, payee: 'Tern & Partners', category: 'income.salary' },
  { date: 1, ...out, cents: 112_000, payee: 'Harbour Homes', category: 'home.rent' },
  { date: 2, kind: 'transfer', account: 'everyday', to: 'savings', cents: 65_000, note: 'every month' },
  { date: 2, ...byCard, cents: 990, payee: 'The Morning Sheet', category: 'leisure.subscriptions' },
  { date: 3, ...out, cents: 9_400, later: 9_900, payee: 'Northlight Power', category: 'home.energy' },
  { date: 4, ...out, cents: 16_800, payee: 'Little Otters', category: 'family.school' },
  {
    date: 5,
    ...byCard,
    cents: 4_900,
    later: 5_800,
    payee: 'Fernway Transit',
    category: 'transport.transit',
    note: 'monthly pass',
  },
  { date: 6, ...byCard, cents: 2_990, payee: 'Riverside Gym', category: 'leisure.sport' },
  { date: 8, ...out, cents: 3_490, payee: 'Copperline', category: 'home.internet', note: 'line' },
  { date: 9, ...out, cents: 2_498, payee: 'Copperline', category: 'home.internet', note: 'two phones' },
  { date: 10, ...out, cents: 6_200, payee: 'Ms Alder', category: 'own.piano' },
  { date: 12, ...out, cents: 2_000, payee: 'Open Water Rescue', category: 'giving.donations' },
  { date: 15, ...out, cents: 3_820, later: 4_140, payee: 'Plain Mutual', category: 'duties.insurance' },
  { date: 17, ...byCard, cents: 1_299, payee: 'Lantern Films', category: 'leisure.subscriptions' },
  { date: 20, ...into, cents: 25_000, payee: 'Family Office', category: 'income.other', note: 'child benefit' },
  { date: 21, ...byCard, cents: 1_099, payee: 'Blackbird Music', category: 'leisure.subscriptions' },
  { date: 24, ...byCard, cents: 299, payee: 'Attic Cloud', category: 'leisure.subscriptions' },
  {
    date: 28,
    ...into,
    cents: 124_000,
    later: 127_500,
    payee: 'Mill Lane Bakery',
    category: 'income.salary',
    note: 'Ben',
  },
  {
    date: 14,
    ...out,
    cents: 8_640,
    months: [1],
    payee: 'Plain Mutual',
    category: 'duties.insurance',
    note: 'liability, a year',
  },
  {
    date: 16,
    ...out,
    kind: 'refund',
    cents: 4_120,
    months: [3],
    payee: 'Northlight Power',
    category: 'home.energy',
    note: 'paid too much last year',
  },
  { date: 22, ...into, cents: 61_200, months: [5], payee: 'Tax Office', category: 'income.other', note: 'last year' },
  { date: 30, ...out, cents: 750, months: [3, 6, 9, 12], payee: 'Quay Bank', category: 'duties.bank' },
  {
    date: 30,
    kind: 'income',
    account: 'savings',
    cents: 3_150,
    later: 4_480,
    months: [6, 12],
    payee: 'Quay Bank',
    category: 'income.returns',
  },
]
