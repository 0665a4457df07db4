import type { NewTransaction } from '../../functions/api/transactions.ts'
import { addDays, type Day, firstOfMonth, toNumber, weekday } from '../../functions/domain/day.ts'

/** An entry of a household that reports are tried on; category and account by name, for ids are the ledger's own. */
export interface SampleEntry extends Omit<NewTransaction, 'categoryId' | 'accountId' | 'toAccountId' | 'splits'> {
  readonly account: 'Everyday' | 'Card' | 'Cash' | 'Savings'
  readonly toAccount?: SampleEntry['account']
  readonly category?: string
}

/** What an ordinary household of two enters from one day to another, both included. Names no real shop. */
export function household(from: Day, to: Day, random: () => number): readonly SampleEntry[] {
  const entries: SampleEntry[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) entries.push(...fixed(day), ...daily(day, random))
  return entries
}

function fixed(day: Day): readonly SampleEntry[] {
  const date = toNumber(day) - toNumber(firstOfMonth(day)) + 1
  return bills.filter((bill) => bill.date === date).map(({ date: _, ...entry }) => ({ ...entry, day }))
}

const bills = [
  {
    date: 1,
    kind: 'expense',
    amount: '890.00',
    payee: 'Harbour Homes',
    category: 'Rent and mortgage',
    account: 'Everyday',
  },
  { date: 1, kind: 'income', amount: '2960.00', payee: 'Tern & Partners', category: 'Salary', account: 'Everyday' },
  { date: 2, kind: 'transfer', amount: '300.00', account: 'Everyday', toAccount: 'Savings', note: 'every month' },
  {
    date: 3,
    kind: 'expense',
    amount: '64.00',
    payee: 'Northlight Power',
    category: 'Electricity and heating',
    account: 'Everyday',
  },
  {
    date: 5,
    kind: 'expense',
    amount: '49.00',
    payee: 'Fernway Transit',
    category: 'Bus and train',
    account: 'Card',
  },
  {
    date: 8,
    kind: 'expense',
    amount: '34.90',
    payee: 'Copperline',
    category: 'Internet and phone',
    account: 'Everyday',
  },
  { date: 4, kind: 'transfer', amount: '940.00', account: 'Everyday', toAccount: 'Card', note: 'card bill' },
  { date: 12, kind: 'transfer', amount: '150.00', account: 'Everyday', toAccount: 'Cash' },
  {
    date: 17,
    kind: 'expense',
    amount: '11.99',
    payee: 'Lantern Films',
    category: 'Streaming and subscriptions',
    account: 'Card',
  },
] as const

/** How likely it is on a day, and between which amounts (cents). */
const habits = [
  { often: 0.42, low: 900, high: 6800, payee: 'Green Row Market', category: 'Groceries', account: 'Card' },
  { often: 0.35, low: 280, high: 1150, payee: 'Mill Lane Bakery', category: 'Lunch at work', account: 'Cash' },
  { often: 0.25, low: 350, high: 690, payee: 'Platform Coffee', category: 'Coffee and snacks', account: 'Cash' },
  { often: 0.12, low: 1600, high: 5400, payee: 'The Blue Door', category: 'Restaurants', account: 'Card' },
  { often: 0.06, low: 1900, high: 9500, payee: 'Thread & Button', category: 'Clothes and shoes', account: 'Card' },
  { often: 0.05, low: 700, high: 3200, payee: 'Corner Pharmacy', category: 'Pharmacy', account: 'Card' },
  { often: 0.04, low: 1200, high: 4200, payee: 'Old Mill Cinema', category: 'Going out', account: 'Card' },
  { often: 0.03, low: 1500, high: 12000, payee: 'Hammer & Nail', category: 'Household goods', account: 'Everyday' },
] as const

function daily(day: Day, random: () => number): readonly SampleEntry[] {
  const weekend = weekday(day) > 5 ? 1.5 : 1
  return habits
    .filter(({ often }) => random() < often * weekend)
    .map(({ low, high, payee, category, account }) => ({
      kind: 'expense' as const,
      day,
      amount: cents(low + Math.floor(random() * (high - low))),
      payee,
      category,
      account,
    }))
}

const cents = (amount: number) => `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`
