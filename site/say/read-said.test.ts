import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { addDays, type Day } from '../../functions/domain/day.ts'
import { dateLocale } from '../../functions/domain/written.ts'
import { book, ids } from '../../tests/browser/desk.ts'
import { editable } from '../amounts.ts'
import { settle } from '../locale.ts'
import { wordsFor } from './day-words.ts'
import type { Known } from './known.ts'
import { readSaid } from './read-said.ts'
import { stepDay } from './step-day.ts'

const today = '2026-11-22' as Day
const account = { kind: 'bank' as const, version: 1, currency: 'EUR', balance: '0.00', archived: false }
const opening = { amount: '0.00', day: '2026-01-01' }
const card = { ...account, id: '01990000-0000-7000-8000-00000000000c', name: 'Main card', opening }
const savings = { ...account, id: '01990000-0000-7000-8000-00000000000d', name: 'Savings', opening }
const dollars = { ...card, id: '01990000-0000-7000-8000-00000000000e', name: 'Dollars', currency: 'USD' }
const crowns = { ...card, id: '01990000-0000-7000-8000-00000000000f', name: 'Crowns', currency: 'DKK' }
const dinars = { ...card, id: '01990000-0000-7000-8000-0000000000ac', name: 'Dinars', currency: 'BHD' }
const lunch = { id: ids.pets, version: 1, name: 'Lunch at work', kind: 'expense' as const, archived: false }
const groceries = { ...lunch, id: ids.home, name: 'Groceries' }
const salary = { ...lunch, id: ids.salary, name: 'Salary', kind: 'income' as const }
const bakery = {
  id: '01990000-0000-7000-8000-0000000000e1',
  version: 1,
  name: 'Mill Lane Bakery',
  last: { kind: 'expense' as const, accountId: savings.id, categoryId: groceries.id },
}
const tern = {
  ...bakery,
  id: ids.food,
  name: 'Tern & Partners',
  last: { ...bakery.last, kind: 'income' as const, categoryId: salary.id },
}
const mill = { id: ids.cakes, version: 1, name: 'Mill', mergedInto: bakery.id }
const sunday = { id: ids.tokyo, version: 1, name: 'Sunday Market' }
const [everyday, tokyo] = book.accounts

/** The page speaks these beside English. */
const spoken = ['de', 'hi', 'ta']

function knownIn(locale = 'en-IE'): Known {
  settle(locale)
  const { language } = new Intl.Locale(locale)
  const days = dateLocale(locale, spoken.includes(language) ? language : 'en')
  const accounts = [everyday, tokyo, card, savings, dollars, crowns, dinars].filter((one) => one !== undefined)
  return {
    today,
    locale: days,
    beforeDays: language === 'de' ? ['am'] : ['on', 'last'],
    nextDays: language === 'de' ? ['nachsten'] : ['next'],
    accounts,
    categories: [lunch, groceries, salary],
    payees: [bakery, tern, mill, sunday],
  }
}

/** What is said of a line, without what is not there. */
function told(text: string, locale?: string) {
  const { parts: _, account, toAccount, category, tags, isLearned, ...rest } = readSaid(text, knownIn(locale))
  const all = {
    ...rest,
    account: account?.name,
    toAccount: toAccount?.name,
    category: category?.name,
    tags: tags.join() || undefined,
    isLearned: isLearned || undefined,
  }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
}

const usual = { kind: 'expense', day: today, account: 'Everyday' }
const reading = suite('a line that says an entry')

reading('is an amount and a word, in either order, with either decimal sign', () => {
  const said = { ...usual, amount: '12.50', category: 'Lunch at work', note: 'lunch' }

  assert.equal(told('12.50 lunch'), said)
  assert.equal(told('lunch 12,50'), said)
  assert.equal(told('  12.50   LUNCH '), { ...said, note: 'LUNCH' })
  assert.equal(told('lunch 12,50', 'de-DE'), said)
})

reading('says the day by a word, by a weekday, by date and month, by numbers', () => {
  const dayOf = (text: string, locale?: string) => told(text, locale).day

  assert.is(dayOf('lunch 12,50 yesterday'), '2026-11-21')
  assert.is(dayOf('12 lunch 3 days ago'), '2026-11-19')
  assert.is(dayOf('12 lunch friday'), '2026-11-20')
  assert.is(dayOf('12 lunch Sun.'), '2026-11-22')
  assert.equal(told('12 corner shop on friday'), { ...usual, amount: '12.00', payee: 'corner shop', day: '2026-11-20' })
  assert.equal(told('Last friday 12 on'), { ...usual, amount: '12.00', payee: 'on', day: '2026-11-20' })
  assert.is(dayOf('12 lunch 21 nov'), '2026-11-21')
  assert.is(dayOf('12 lunch november 3rd'), '2026-11-03')
  assert.is(dayOf('12 lunch 2 jan'), '2027-01-02')
  assert.is(dayOf('12 lunch 24 Dec 2025'), '2025-12-24')
  assert.is(dayOf('12 lunch 2026-02-28'), '2026-02-28')
  assert.is(dayOf('12 lunch 3/11'), '2026-11-03')
  assert.is(dayOf('12 lunch 3/11', 'en-US'), '2026-03-11')
  assert.is(dayOf('12 lunch 3.11.'), '2026-11-03')
  assert.is(dayOf('12 lunch 3.11.25'), '2025-11-03')
})

reading('takes a date without a year for one that is over, unless it is soon to come', () => {
  const dayOf = (text: string, locale?: string) => told(text, locale).day

  assert.is(dayOf('30 dentist 5 may'), '2026-05-05')
  assert.is(dayOf('30 dentist 21 jan'), '2027-01-21')
  assert.is(dayOf('30 dentist 22 jan'), '2026-01-22')
  assert.is(dayOf('30 Zahnarzt 5.5.', 'de-DE'), '2026-05-05')
})

reading('goes forward to the next weekday where that is said, and back without', () => {
  const lunch = { ...usual, amount: '12.00', category: 'Lunch at work', note: 'lunch' }

  assert.equal(told('12 lunch next monday'), { ...lunch, day: '2026-11-23' })
  assert.equal(told('12 lunch next sun'), { ...lunch, day: '2026-11-29' })
  assert.equal(told('12 lunch monday'), { ...lunch, day: '2026-11-16' })
  assert.equal(told('12 lunch nächsten Freitag', 'de-DE'), { ...lunch, day: '2026-11-27' })
  assert.equal(told('12 next'), { ...usual, amount: '12.00', payee: 'next' })
})

reading('leaves a short word to what stands behind it, and takes it for a day elsewhere', () => {
  const bought = (amount: string, payee: string) => ({ ...usual, amount, payee })

  assert.equal(told('sun cream 8.50'), bought('8.50', 'sun cream'))
  assert.equal(told('5 sat nav'), bought('5.00', 'sat nav'))
  assert.equal(told('7,50 so ein ding', 'de-DE'), bought('7.50', 'so ein ding'))
  assert.equal(told('3,20 guten morgen bäckerei', 'de-DE'), bought('3.20', 'guten morgen bäckerei'))
  assert.equal(told('8.50 cream sat'), { ...bought('8.50', 'cream'), day: '2026-11-21' })
  assert.equal(told('sat 8.50 cream'), { ...bought('8.50', 'cream'), day: '2026-11-21' })
  assert.equal(told('8.50 on sat cream'), { ...bought('8.50', 'cream'), day: '2026-11-21' })
  assert.equal(told('8.50 cream sat @card #team'), {
    ...bought('8.50', 'cream'),
    account: 'Main card',
    day: '2026-11-21',
    tags: 'team',
  })
  assert.equal(told('morgen bäckerei 3,20', 'de-DE'), { ...bought('3.20', 'bäckerei'), day: '2026-11-23' })
  assert.equal(told('3,20 bäckerei morgen', 'de-DE'), { ...bought('3.20', 'bäckerei'), day: '2026-11-23' })
  // a name in full is said of a day
  assert.equal(told('8.50 saturday cream'), { ...bought('8.50', 'cream'), day: '2026-11-21' })
})

reading('takes a word that means a day before as well as one to come for the one before', () => {
  assert.is(told('50 चाय कल', 'hi-IN').day, '2026-11-21')
  assert.is(told('50 चाय परसों', 'hi-IN').day, '2026-11-20')
  assert.is(told('50 चाय आज', 'hi-IN').day, today)
})

reading('takes a day and a tag with what a sentence puts behind it', () => {
  const coffee = { ...usual, amount: '4.50', payee: 'coffee', day: '2026-11-03', tags: 'team,trip' }

  for (const day of ['3/11', '3/11/2026', '2026-11-03', '3.11.26', '3 nov'])
    for (const end of [',', '.', ';', '!'])
      assert.equal(told(`coffee 4.50 #team${end} #trip, ${day}${end}`), coffee, day + end)
  assert.is(told('coffee 4.11, yesterday').amount, '4.11')
})

reading('takes for an amount what looks most like one', () => {
  const amountOf = (text: string, locale?: string) => told(text, locale).amount

  assert.is(amountOf('room 101 80'), '80.00')
  assert.is(amountOf('room 101 80.50'), '80.50')
  assert.is(amountOf('2 coffees 7.40'), '7.40')
  assert.is(amountOf('books -3 for 2'), '3.00')
  assert.is(amountOf('€12.50 lunch'), '12.50')
  assert.is(amountOf('EUR 1,234.50 rent'), '1234.50')
  assert.is(amountOf('1.234,50 Miete', 'de-DE'), '1234.50')
  assert.is(amountOf('1 234,50 loyer', 'fr-FR'), '1234.50')
  for (const text of ['1 234.50 rent', '1 234,50', '-1 234.50 rent', '€1 234.50 rent', 'EUR 1 234.50 rent'])
    assert.is(amountOf(text), '1234.50', text)
  assert.is(amountOf('1 234 567.50 house'), '1234567.50')
  assert.is(amountOf('1 234.50 room 200'), '1234.50')
  assert.is(amountOf('1 234,50 200', 'fr-FR'), '1234.50')
  assert.is(amountOf('iphone 15 899.00'), '899.00')
  assert.is(amountOf('2 500 sheets 12.50'), '12.50')
  assert.equal(told('¥800 tea'), { ...usual, account: 'Tokyo', amount: '800', payee: 'tea' })
  assert.is(told('tea').trouble, 'no-amount')
  assert.is(told('12.345 tea').trouble, 'bad-amount')
  assert.is(told('12 EUR tea @tokyo').trouble, 'other-currency')
})

reading('takes an amount of a currency that no account has for none of its own', () => {
  for (const text of ['12 GBP tea', 'GBP 12 tea', '12 £ tea', '£ 12 tea', '£12 tea', 'tea 12£.', '12 GBP tea @card'])
    assert.is(told(text).trouble, 'other-currency', text)
  assert.is(told('50 > dollars 55 GBP').trouble, 'no-to-amount')
  // in small letters it may be a word
  assert.equal(told('12 top'), { ...usual, amount: '12.00', payee: 'top' })
  assert.equal(told('12 BBC'), { ...usual, amount: '12.00', payee: 'BBC' })
})

reading('refuses an amount that may be read in two ways', () => {
  const dinars = { ...usual, account: 'Dinars' }

  assert.equal(told('tea 1.250 @dinars'), { ...dinars, payee: 'tea', amount: '1.250' })
  assert.equal(told('tea 1,250 @dinars'), { ...dinars, payee: 'tea', trouble: 'bad-amount' })
  assert.equal(told('tea BHD1,250'), { ...dinars, payee: 'tea', trouble: 'bad-amount' })
  assert.is(told('tea 1,250').amount, '1250.00')
})

reading('takes an amount with what a sentence or a price puts behind it', () => {
  const coffee = { ...usual, amount: '4.50', payee: 'coffee' }

  for (const end of [',', '.', ';', ':', '-', ',-'])
    assert.equal(told(`coffee 4.50${end} yesterday`), { ...coffee, day: '2026-11-21' }, end)
  assert.equal(told('coffee 4.50€, yesterday'), { ...coffee, day: '2026-11-21' })
  assert.equal(told('coffee 4.50 EUR, yesterday'), { ...coffee, day: '2026-11-21' })
  assert.equal(told('12, lunch'), { ...usual, amount: '12.00', category: 'Lunch at work', note: 'lunch' })
  assert.is(told('1 234,50, loyer', 'fr-FR').amount, '1234.50')
  assert.is(told('kaffe 38kr.', 'da-DK').amount, '38.00')
  assert.is(told('kaffe kr. 38', 'da-DK').amount, '38.00')
})

reading('names accounts, tags and notes', () => {
  assert.equal(told('-40 groceries @card #party #Party "for Ben"'), {
    ...usual,
    amount: '40.00',
    category: 'Groceries',
    account: 'Main card',
    tags: 'party,Party',
    note: 'for Ben',
  })
  assert.is(told('40 tea @main card').account, 'Main card')
  assert.is(told(`40 tea #${'🍵'.repeat(40)}`).tags, '🍵'.repeat(40))
  assert.equal(told('40 tea @nowhere').trouble, 'no-account')
})

reading('is income with a plus, and a refund with a plus on an expense', () => {
  assert.equal(told('+2500 salary'), { ...usual, kind: 'income', amount: '2500.00', category: 'Salary' })
  assert.is(told('2500 salary').kind, 'income')
  assert.is(told('+12.50 groceries').kind, 'refund')
  assert.is(told('+12.50 somebody').kind, 'income')
  assert.equal(told('-12 salary'), { ...usual, amount: '12.00', payee: 'salary' })
})

reading('files a known payee as the latest entry was, unless another category is named', () => {
  const known = { ...usual, amount: '7.20', payee: 'Mill Lane Bakery', account: 'Savings' }

  assert.equal(told('7.20 mill lane bakery'), { ...known, category: 'Groceries', isLearned: true })
  assert.equal(told('7.20 mill'), { ...known, category: 'Groceries', isLearned: true })
  assert.equal(told('7.20 lunch Mill Lane Bakery'), { ...known, category: 'Lunch at work', note: 'lunch' })
  assert.equal(told('7.20 mill lane bakery rolls'), { ...known, category: 'Groceries', isLearned: true, note: 'rolls' })
  assert.equal(told('2960 tern & partners').kind, 'income')
  assert.equal(told('7.20 quay shop'), { ...usual, amount: '7.20', payee: 'quay shop' })
})

reading('leaves a day to the name of a payee that has it', () => {
  const said = { ...usual, amount: '7.20', payee: 'Sunday Market' }

  assert.equal(told('7.20 sunday market'), said)
  assert.equal(told('sunday market 7.20 friday'), { ...said, day: '2026-11-20' })
  assert.equal(told('7.20 market sunday'), { ...usual, amount: '7.20', payee: 'market' })
})

reading('leaves "24/7" in the middle to a name, and takes it for a day at either end', () => {
  const gym = { ...usual, amount: '20.00' }

  assert.equal(told('gym 24/7 20'), { ...gym, payee: 'gym 24/7' })
  assert.equal(told('gym 24/7 20 friday @card'), {
    ...gym,
    payee: 'gym 24/7',
    day: '2026-11-20',
    account: 'Main card',
  })
  assert.equal(told('20 gym 24/7'), { ...gym, payee: 'gym', day: '2026-07-24' })
  assert.equal(told('24/7 gym 20'), { ...gym, payee: 'gym', day: '2026-07-24' })
  assert.is(told('gym 23/7 20').day, '2026-07-23')
})

reading('moves money with an arrow', () => {
  const moved = { ...usual, kind: 'transfer', amount: '50.00', toAccount: 'Savings' }

  assert.equal(told('50 > savings'), moved)
  assert.equal(told('50>sav yesterday'), { ...moved, day: '2026-11-21' })
  assert.equal(told('50 main card → savings monthly'), { ...moved, account: 'Main card', note: 'monthly' })
  assert.equal(told('50 > tokyo 8200'), { ...moved, toAccount: 'Tokyo', toAmount: '8200' })
  assert.is(told('50 > tokyo').trouble, 'no-to-amount')
  assert.is(told('50 > everyday @everyday').trouble, 'same-account')
  assert.is(told('50 >').trouble, 'no-to-account')
})

reading('takes what stands before an arrow for what leaves, and what stands behind it for what arrives', () => {
  const moved = { ...usual, kind: 'transfer', amount: '50.00', toAccount: 'Dollars', toAmount: '55.20' }
  const back = { ...moved, account: 'Dollars', toAccount: 'Everyday', toAmount: '45.10' }

  assert.equal(told('50 > dollars 55.20'), moved)
  assert.equal(told('move 50 > dollars 55'), { ...moved, toAmount: '55.00', note: 'move' })
  assert.equal(told('50 > dollars $55.20'), moved)
  assert.equal(told('dollars 50 > everyday 45.10'), back)
  assert.equal(told('dollars 50 > everyday €45,10 yesterday'), { ...back, day: '2026-11-21' })
  assert.equal(told('50 > savings room 101.50'), {
    ...usual,
    kind: 'transfer',
    amount: '50.00',
    toAccount: 'Savings',
    note: 'room 101.50',
  })
  // on a side without a number nothing is missed
  assert.equal(told('> savings 50'), { ...usual, kind: 'transfer', amount: '50.00', toAccount: 'Savings' })
})

const runs = { numRuns: 300, seed: Number(process.env.SEED ?? Date.now()) }
const locales = ['en-IE', 'en-US', 'en-IN', 'de-DE', 'de-CH', 'fr-FR', 'sv-SE', 'hi-IN', 'ta-IN']

reading('is read as it was meant, in any order, in any locale', () => {
  const line = fc.record({
    locale: fc.constantFrom(...locales),
    cents: fc.integer({ min: 1, max: 10_000_000 }),
    sign: fc.constantFrom('', '-', '+'),
    offset: fc.integer({ min: -400, max: 400 }),
    at: fc.constantFrom(undefined, everyday, savings),
    tag: fc.constantFrom(undefined, 'team', 'x1'),
    words: fc.constantFrom(['quay', 'shop'], ['groceries'], ['Mill', 'Lane', 'Bakery']),
    order: fc.array(fc.integer(), { minLength: 5, maxLength: 5 }),
  })
  fc.assert(
    fc.property(line, ({ locale, cents, sign, offset, at, tag, words, order }) => {
      const known = knownIn(locale)
      const wire = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`
      const day = addDays(today, offset)
      const pieces = [
        `${sign}${editable(wire)}`,
        wordsFor(day, today, known.locale),
        at ? `@${at.name.toLowerCase()}` : '',
        tag ? `#${tag}` : '',
        words.join(' '),
      ]
      const shuffled = pieces.map((piece, n) => [order[n] ?? 0, piece] as const).toSorted((a, b) => a[0] - b[0])
      const text = shuffled
        .map(([, piece]) => piece)
        .filter(Boolean)
        .join(' ')
      const said = readSaid(text, known)

      assert.is(said.amount, wire, text)
      assert.is(said.day, day, text)
      assert.equal(said.tags, tag ? [tag] : [], text)
      if (at) assert.is(said.account?.id, at.id, text)
      assert.is(said.trouble, undefined, text)
    }),
    runs,
  )
})

reading('takes a short weekday for a day behind the words, in any language, and leaves it to them before', () => {
  fc.assert(
    fc.property(fc.constantFrom(...locales), fc.integer({ min: -6, max: 0 }), (locale, offset) => {
      const known = knownIn(locale)
      const day = addDays(today, offset)
      const [short, long] = (['short', 'long'] as const).map((weekday) =>
        new Intl.DateTimeFormat(known.locale, { timeZone: 'UTC', weekday }).format(Date.parse(day)),
      )
      const text = `${editable('12.50')} quay shop ${short}`

      assert.is(readSaid(text, known).day, day, text)
      const before = `${editable('12.50')} ${short} quay shop`
      assert.is(readSaid(before, known).day, short === long ? day : today, before)
    }),
    runs,
  )
})

reading('never fails, and reads no letter twice', () => {
  const pieces = fc.constantFrom(
    '12.50',
    '-',
    '+3',
    '>',
    '→',
    '@',
    '@card',
    '#',
    '#a',
    '"',
    '" x"',
    'nov',
    '21',
    '3/11',
    '€',
    'EUR',
    'mill',
    'lunch',
    'ﷺ',
    '٣',
  )
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(pieces).map((all) => all.join(' ')),
  )
  fc.assert(
    fc.property(text, fc.constantFrom(...locales), (typed, locale) => {
      const { parts } = readSaid(typed, knownIn(locale))
      let end = 0
      for (const part of parts) {
        assert.ok(part.start >= end, typed)
        assert.is(typed.slice(part.start, part.end), part.text)
        end = part.end
      }
    }),
    runs,
  )
})

reading('steps to another day by its own words, and back', () => {
  fc.assert(
    fc.property(fc.integer({ min: -400, max: 400 }), fc.constantFrom(...locales), (days, locale) => {
      const known = knownIn(locale)
      const moved = stepDay('12.50 lunch @card', days, known)

      assert.is(readSaid(moved, known).day, addDays(today, days), moved)
      const back = readSaid(stepDay(moved, -days, known), known)
      assert.equal([back.day, back.amount, back.note, back.account?.id], [today, '12.50', 'lunch', card.id])
    }),
    runs,
  )
})

reading.run()
