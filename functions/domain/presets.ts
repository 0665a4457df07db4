import type { CategoryKind } from './transaction.ts'

/** A category that a new ledger begins with. `key` never changes: a category's id is derived from it. */
export interface Preset {
  readonly key: string
  readonly kind: CategoryKind
  readonly name: string
  /** The key of the group that it is in. */
  readonly parent?: string
}

/** What a new ledger begins with, named in the language of the locale, or in English where we do not speak it. */
export interface Presets {
  readonly ledger: string
  readonly account: string
  /** Groups stand before what is in them. */
  readonly categories: readonly Preset[]
}

export function presetsFor(locale: string): Presets {
  const place = languages.indexOf(new Intl.Locale(locale).language)
  const say = (names: Names) => names[place] ?? names[0]
  return {
    ledger: say(['My money', 'Mein Geld']),
    account: say(['Wallet', 'Geldbörse']),
    categories: [
      ...expenses.flatMap(([group, names, children]) => [
        { key: group, kind: 'expense' as const, name: say(names) },
        ...Object.entries(children).map(([key, childNames]) => ({
          key: `${group}.${key}`,
          kind: 'expense' as const,
          name: say(childNames),
          parent: group,
        })),
      ]),
      ...Object.entries(income).map(([key, names]) => ({
        key: `income.${key}`,
        kind: 'income' as const,
        name: say(names),
      })),
    ],
  }
}

/** The order of the names below. */
const languages = ['en', 'de']
type Names = readonly [english: string, german: string]

type Group = readonly [key: string, names: Names, children: { readonly [key: string]: Names }]

const expenses: readonly Group[] = [
  [
    'home',
    ['Home', 'Wohnen'],
    {
      rent: ['Rent and mortgage', 'Miete und Kredit'],
      energy: ['Electricity and heating', 'Strom und Heizung'],
      internet: ['Internet and phone', 'Internet und Telefon'],
      repairs: ['Furniture and repairs', 'Möbel und Reparaturen'],
      household: ['Household goods', 'Haushaltswaren'],
    },
  ],
  [
    'food',
    ['Food', 'Essen und Trinken'],
    {
      groceries: ['Groceries', 'Lebensmittel'],
      restaurants: ['Restaurants', 'Restaurant'],
      snacks: ['Coffee and snacks', 'Café und Imbiss'],
      lunch: ['Lunch at work', 'Mittagspause'],
    },
  ],
  [
    'transport',
    ['Getting around', 'Unterwegs'],
    {
      transit: ['Bus and train', 'Bus und Bahn'],
      fuel: ['Fuel and charging', 'Tanken und Laden'],
      car: ['Car and parking', 'Auto und Parken'],
      taxi: ['Taxi and sharing', 'Taxi und Sharing'],
      bicycle: ['Bicycle', 'Fahrrad'],
    },
  ],
  [
    'shopping',
    ['Shopping', 'Einkaufen'],
    {
      clothes: ['Clothes and shoes', 'Kleidung und Schuhe'],
      electronics: ['Electronics', 'Technik'],
      other: ['Other things', 'Sonstiges'],
    },
  ],
  [
    'health',
    ['Health and care', 'Gesundheit und Pflege'],
    {
      doctor: ['Doctor and dentist', 'Arzt und Zahnarzt'],
      pharmacy: ['Pharmacy', 'Apotheke'],
      toiletries: ['Toiletries', 'Drogerie'],
      hair: ['Hairdresser', 'Friseur'],
    },
  ],
  [
    'family',
    ['Family', 'Familie'],
    {
      school: ['Childcare and school', 'Kita und Schule'],
      toys: ['Toys and outings', 'Spielzeug und Ausflüge'],
      pocket: ['Pocket money', 'Taschengeld'],
      pets: ['Pets', 'Haustiere'],
    },
  ],
  [
    'leisure',
    ['Leisure', 'Freizeit'],
    {
      'going-out': ['Going out', 'Ausgehen'],
      subscriptions: ['Streaming and subscriptions', 'Streaming und Abos'],
      sport: ['Sport', 'Sport'],
      hobbies: ['Books and hobbies', 'Bücher und Hobbys'],
      courses: ['Courses', 'Kurse'],
    },
  ],
  [
    'travel',
    ['Travel', 'Reisen'],
    {
      journey: ['Flights and trains', 'Flug und Bahn'],
      lodging: ['Places to stay', 'Unterkunft'],
      away: ['While away', 'Vor Ort'],
    },
  ],
  [
    'duties',
    ['Insurance and fees', 'Versicherungen und Gebühren'],
    {
      insurance: ['Insurance', 'Versicherungen'],
      bank: ['Bank fees', 'Bankgebühren'],
      interest: ['Interest on loans', 'Kreditzinsen'],
      taxes: ['Taxes', 'Steuern'],
    },
  ],
  [
    'giving',
    ['Gifts and giving', 'Geschenke und Spenden'],
    {
      gifts: ['Gifts', 'Geschenke'],
      donations: ['Donations', 'Spenden'],
    },
  ],
]

const income: { readonly [key: string]: Names } = {
  salary: ['Salary', 'Gehalt'],
  side: ['Side income', 'Nebeneinkünfte'],
  returns: ['Interest and dividends', 'Zinsen und Dividenden'],
  other: ['Other income', 'Sonstige Einnahmen'],
}
