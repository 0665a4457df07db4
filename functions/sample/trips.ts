import { type Day, weekday } from '../domain/day.ts'
import { between, type Chance } from './chance.ts'
import { cents, type Pattern, type SampleEntry } from './entry.ts'

/** Two weeks away in a year: in February where francs are paid, in August where the card pays pounds. */
interface Trip {
  readonly from: string
  readonly to: string
  readonly before: readonly (Pattern & { readonly date: string; readonly cents: number; readonly arriving?: number })[]
  readonly away: readonly (Pattern & { readonly often: number; readonly low: number; readonly high: number })[]
  /** Pounds to the cent of a euro, in thousandths, where the card pays abroad. */
  readonly abroad?: { readonly currency: string; readonly perThousand: number }
}

export function isAway(day: Day): boolean {
  return trips.some((trip) => isDuring(trip, day))
}

/** What a trip costs on this day, at home before it and while it lasts. */
export function tripOn(day: Day, random: Chance): readonly SampleEntry[] {
  const date = day.slice(5)
  return trips.flatMap((trip) => [
    ...trip.before
      .filter((one) => one.date === date)
      .map(({ date: _, cents: amount, arriving, ...pattern }) => ({
        ...pattern,
        day,
        amount: cents(amount),
        ...(arriving !== undefined && { toAmount: cents(arriving) }),
      })),
    ...(isDuring(trip, day) ? spentAway(trip, day, random) : []),
  ])
}

const isDuring = ({ from, to }: Trip, day: Day) => from <= day.slice(5) && day.slice(5) <= to

function spentAway({ away, abroad }: Trip, day: Day, random: Chance): readonly SampleEntry[] {
  return away.flatMap(({ often, low, high, ...pattern }) => {
    const [happens, amount] = [random(), between(random, low, high)]
    if (happens >= often * (weekday(day) > 5 ? 1.1 : 1)) return []
    const original = abroad && {
      currency: abroad.currency,
      amount: cents(Math.floor((amount * abroad.perThousand) / 1000)),
    }
    return [{ ...pattern, day, amount: cents(amount), ...(original && { original }) }]
  })
}

const snow = { kind: 'expense', account: 'francs', tags: ['snow'] } as const
const sea = { kind: 'expense', account: 'card', tags: ['seaside'] } as const

const trips: readonly Trip[] = [
  {
    from: '02-11',
    to: '02-17',
    before: [
      { date: '01-18', ...sea, tags: ['snow'], cents: 23_600, payee: 'Overland Rail', category: 'travel.journey' },
      {
        date: '02-08',
        kind: 'transfer',
        account: 'everyday',
        to: 'francs',
        cents: 72_000,
        arriving: 68_040,
        note: 'for the snow',
      },
    ],
    away: [
      { often: 1, low: 5_600, high: 5_601, ...snow, payee: 'Pension Arve', category: 'travel.lodging' },
      { often: 0.9, low: 1_450, high: 4_800, ...snow, payee: 'Berghaus', category: 'travel.away' },
      { often: 0.5, low: 400, high: 1_600, ...snow, payee: 'Village Shop', category: 'travel.away' },
    ],
  },
  {
    from: '08-03',
    to: '08-14',
    abroad: { currency: 'GBP', perThousand: 862 },
    before: [
      { date: '05-26', ...sea, cents: 41_800, payee: 'Overland Rail', category: 'travel.journey' },
      {
        date: '06-09',
        ...sea,
        cents: 58_000,
        payee: 'Harbour View Rooms',
        category: 'travel.lodging',
        note: 'half in advance',
      },
    ],
    away: [
      { often: 0.95, low: 1_800, high: 6_400, ...sea, payee: 'The Anchor', category: 'travel.away' },
      { often: 0.6, low: 500, high: 2_200, ...sea, payee: 'Pier Kiosk', category: 'travel.away' },
      { often: 0.25, low: 900, high: 3_600, ...sea, payee: 'Coast Buses', category: 'travel.journey' },
    ],
  },
]
