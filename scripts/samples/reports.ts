import { addDays, type Day } from '../../functions/domain/day.ts'
import { parseAmount } from '../../functions/domain/money.ts'
import { presetsFor } from '../../functions/domain/presets.ts'
import type { Report } from '../../functions/domain/report.ts'
import { chances } from '../../functions/sample/chance.ts'
import { household } from './household.ts'
import { presetCategories, reportOf, type Told, type ToldLimit } from './told-reports.ts'

const from = '2025-01-01' as Day
const last = '2026-04-12' as Day

const keys = new Map(presetsFor('en').categories.map(({ name, key }) => [name, key]))

/** What the sample household enters, and what happened to it besides. Names no real shop. */
export const lived: readonly Told[] = [
  // the second of the two has no bills
  ...[
    ...household(from, last, chances(11)),
    ...household(from, last, chances(5)).filter(({ payee }) => /Bakery|Coffee|Cinema|Pharmacy/.test(payee ?? '')),
  ].map(({ category, amount, account, kind, day, payee, note }) => ({
    kind,
    day,
    amount: minor(amount),
    account,
    ...(payee && { payee }),
    ...(note && { note }),
    ...(category && { categories: [keys.get(category) ?? category] }),
  })),
  { day: '2025-08-09', amount: 61_240n, payee: 'Coastline Rail', categories: ['transport.transit'], account: 'Card' },
  { day: '2025-12-18', amount: 24_850n, payee: 'Paper Lantern Books', categories: ['leisure.hobbies'] },
  { day: '2026-01-27', amount: 6_900n, payee: 'Łódź Linen Workshop', categories: ['shopping.other'] },
  { day: '2026-02-11', amount: 3_150n, payee: 'Phở Hà Nội Kitchen', categories: ['food.restaurants'], account: 'Card' },
  { day: '2026-03-18', amount: 14_000n, payee: 'Riverside Dental Practice', categories: ['health.doctor'] },
  {
    day: '2026-03-14',
    amount: 9_620n,
    payee: 'Harbour Market Hall',
    note: 'the big shop before the visit',
    categories: ['food.groceries', 'home.household', 'health.toiletries'],
    account: 'Card',
  },
  { day: '2026-03-16', amount: 6_400n, payee: 'Spoke & Chain', categories: ['transport.bicycle'], account: 'Card' },
  { day: '2026-03-21', amount: 3_030n, payee: 'Βιβλιοπωλείο Πλατεία', categories: ['leisure.hobbies'] },
  { day: '2026-03-25', amount: 2_190n, payee: 'Кафе Сирень', categories: ['food.restaurants'], account: 'Cash' },
  { day: '2026-03-27', kind: 'refund', amount: 4_599n, payee: 'Thread & Button', categories: ['shopping.clothes'] },
  { day: '2026-03-30', amount: 1_875n, note: 'cash at the fair', account: 'Cash' },
  { day: '2026-03-12', kind: 'income', amount: 6_450n, payee: 'Meridian Insurance', note: 'for the pharmacy' },
]

const limits: readonly ToldLimit[] = [
  { category: 'food.groceries', amount: 62_000n },
  { category: 'food.restaurants', amount: 20_000n },
  { category: 'transport', amount: 14_000n },
  { category: 'leisure', amount: 16_000n },
  { category: 'health', amount: 15_000n },
  { amount: 260_000n },
]

/** A name of 120 characters without a place to break it. */
export const longName = `${'Verwaltungsgemeinschaftskassenautomat'.repeat(4)}`.slice(0, 120)

/** What people paste, and what they should not be able to do with it. */
export const nasty: readonly string[] = [
  '<script>alert(1)</script><b>bold</b> & "quoted" \'too\'',
  '</table></td><img src=x onerror=alert(1)>',
  'Party 🎉👍🏽 👨‍👩‍👧‍👦 in the park',
  'مطعم البيت الكبير 12.50',
  'हिन्दी किराना स्टोर',
  'தமிழ் மளிகை செலவு',
  '東京の喫茶店',
  'e\u0301clair\u0000 and\u200b \u0007bells\u007f',
  '\u202eesrever ni si siht\u202c \u2067isolated\u2069',
  longName,
  'javascript:alert(1) https://evil.example/?a=b&c=d',
  '{name} {n, plural, one {#} other {##}} %s $1 #{y}',
  '=HYPERLINK("http://evil.example")',
  '\r\nBcc: everybody@example.org',
  'Zalgo Z\u0351\u036b\u0343\u036a\u0302\u036b\u033da\u034f\u0334\u0319lgo',
  '\ud800 lone surrogates \udc00',
]

/** Reports of every shape that the sheet and the mails have to carry. */
export const fixtures: { readonly [name: string]: () => Report } = {
  monthly: () => reportOf(lived, { kind: 'monthly', on: '2026-03-15', limits }),

  'monthly-german': () =>
    reportOf(lived, { kind: 'monthly', on: '2026-03-15', locale: 'de-DE', ledger: 'Haushalt', limits }),

  'monthly-letter': () =>
    reportOf(lived, {
      kind: 'monthly',
      on: '2026-03-15',
      locale: 'en-US',
      currency: 'USD',
      timeZone: 'America/Denver',
      limits,
    }),

  weekly: () =>
    reportOf(lived, {
      kind: 'weekly',
      on: '2026-03-25',
      madeMs: Date.parse('2026-03-30T05:00:00Z'),
      limits: limits.map((limit) => ({ ...limit, rule: { kind: 'month', date: 1 } })),
    }),

  custom: () =>
    reportOf(lived, {
      kind: 'custom',
      on: { start: '2026-02-25' as Day, end: '2026-03-24' as Day },
      locale: 'de-AT',
      edition: 3,
    }),

  years: () =>
    reportOf(lived, {
      kind: 'custom',
      on: { start: '2025-04-01' as Day, end: '2026-03-31' as Day },
      locale: 'de-DE',
    }),

  empty: () => reportOf([], { kind: 'monthly', on: '2026-03-15' }),

  'empty-week': () =>
    reportOf(
      lived.filter(({ day }) => day < '2026-03-20'),
      { kind: 'weekly', on: '2026-03-25', limits },
    ),

  one: () =>
    reportOf([{ day: '2026-03-15', amount: 1_250n, payee: 'Mill Lane Bakery', categories: ['food.lunch'] }], {
      kind: 'monthly',
      on: '2026-03-15',
    }),

  many: () => reportOf(crowd(5_000), { kind: 'monthly', on: '2026-03-15', limits: manyLimits }),

  'two-hundred': () => reportOf(crowd(200), { kind: 'monthly', on: '2026-03-15', limits }),

  yen: () =>
    reportOf(
      lived.map((one) => ({ ...one, amount: one.amount * 160n })),
      { kind: 'monthly', on: '2026-03-15', locale: 'ja-JP', currency: 'JPY', timeZone: 'Asia/Tokyo', ledger: '家計' },
    ),

  dinars: () =>
    reportOf(
      lived.map((one) => ({ ...one, amount: one.amount * 7_003n })),
      { kind: 'monthly', on: '2026-03-15', locale: 'ar-KW', currency: 'KWD', timeZone: 'Asia/Kuwait', limits },
    ),

  'two-currencies': () =>
    reportOf([...lived, ...abroad], {
      kind: 'monthly',
      on: '2026-03-15',
      limits: [...limits, { category: 'food', amount: 30_000n, currency: 'CHF' }],
    }),

  'over-limits': () =>
    reportOf(lived, {
      kind: 'monthly',
      on: '2026-03-15',
      limits: limits.map((limit) => ({ ...limit, amount: limit.amount / 2n })),
    }),

  refunds: () =>
    reportOf(
      [
        { day: '2026-02-03', amount: 8_000n, payee: 'Thread & Button', categories: ['shopping.clothes'] },
        { day: '2026-03-04', amount: 1_200n, payee: 'Mill Lane Bakery', categories: ['food.lunch'] },
        {
          day: '2026-03-05',
          kind: 'refund',
          amount: 8_000n,
          payee: 'Thread & Button',
          categories: ['shopping.clothes'],
        },
        { day: '2026-03-06', kind: 'refund', amount: 500n, payee: 'Green Row Market', categories: ['food.groceries'] },
      ],
      { kind: 'monthly', on: '2026-03-15', limits: [{ category: 'shopping', amount: 10_000n }] },
    ),

  'in-the-red': () =>
    reportOf(
      lived.filter(({ kind }) => kind !== 'income'),
      { kind: 'monthly', on: '2026-03-15', limits },
    ),

  enormous: () =>
    reportOf(
      lived.map((one) => ({ ...one, amount: one.amount * 1_000_000_007n })),
      { kind: 'monthly', on: '2026-03-15', locale: 'de-CH', currency: 'CHF', limits },
    ),

  hostile,
}

/** Every text that a person can write is nasty. */
export function hostile(): Report {
  const categories = presetCategories('en').map((category, n) => ({ ...category, name: nasty[n % nasty.length] ?? '' }))
  const told = lived.map((one, n) => ({
    ...one,
    payee: nasty[n % nasty.length] ?? '',
    note: nasty[(n * 7 + 3) % nasty.length] ?? '',
    account: nasty[(n * 5 + 1) % nasty.length] ?? '',
  }))
  const report = reportOf(told, { kind: 'monthly', on: '2026-03-15', limits, categories, ledger: nasty.join(' ') })
  return report
}

/** So many entries in March 2026, by 180 payees and over all categories, and a thin past. */
export function crowd(count: number): readonly Told[] {
  const random = chances(count)
  const leaves = presetsFor('en').categories.filter(({ kind, parent }) => kind === 'expense' && parent)
  const month = Array.from({ length: count }, (_, n) => ({
    day: addDays('2026-03-01' as Day, Math.floor(random() * 31)),
    kind: n % 40 === 7 ? ('income' as const) : n % 61 === 3 ? ('refund' as const) : ('expense' as const),
    amount: BigInt(90 + Math.floor(random() ** 3 * 40_000)),
    payee: `${shops[n % shops.length]} ${1 + Math.floor(random() * 12)}`,
    account: ['Everyday', 'Card', 'Cash'][n % 3] ?? '',
    ...(n % 40 !== 7 && { categories: [leaves[Math.floor(random() * leaves.length)]?.key ?? ''] }),
  }))
  return [...lived.filter(({ day }) => day < '2026-03-01'), ...month]
}

const shops =
  'Harbour Market|Linden Bakery|Fernway Transit|Blue Door|Copperline|Studio Nine|Old Mill|Corner Pharmacy|Oak & Nail|Spoke & Chain|Paper Lantern|Green Row|Platform Coffee|Tern & Partners|Lantern Films'.split(
    '|',
  )

const manyLimits: readonly ToldLimit[] = presetsFor('en')
  .categories.filter(({ kind, parent }) => kind === 'expense' && !parent)
  .map(({ key }, n) => ({ category: key, amount: BigInt(1_000_000 + n * 350_000) }))

const abroad: readonly Told[] = [
  {
    day: '2026-03-06',
    amount: 2_140n,
    payee: 'Bergbahn Arvenspitz',
    categories: ['leisure.going-out'],
    currency: 'CHF',
  },
  { day: '2026-03-07', amount: 18_600n, payee: 'Gasthof Arve', categories: ['food.restaurants'], currency: 'CHF' },
  { day: '2026-03-08', amount: 4_420n, payee: 'Dorfladen', categories: ['food.groceries'], currency: 'CHF' },
  { day: '2026-03-08', kind: 'income', amount: 5_000n, note: 'paid back by Ben', currency: 'CHF' },
  { day: '2026-01-17', amount: 7_200n, payee: 'Gasthof Arve', categories: ['food.restaurants'], currency: 'CHF' },
]

function minor(text: string): bigint {
  const amount = parseAmount(text, { digits: 2 })
  if (!amount.ok) throw new RangeError(text)
  return amount.value
}
