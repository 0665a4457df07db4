import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { editable, readAmount } from './amounts.ts'
import { figure, wireOf } from './figures.ts'
import { settle } from './locale.ts'

const runs = { numRuns: 300, seed: Number(process.env.SEED ?? Date.now()) }
const read = (text: string, currency = 'EUR', signed = false) => {
  const amount = readAmount(text, currency, signed)
  return amount.ok ? amount.value : amount.error
}

const reading = suite('reading an amount')
reading.before.each(() => settle('en-IE'))

reading('takes a comma or a dot before the decimals', () => {
  assert.is(read('12.5'), '12.50')
  assert.is(read('12,50'), '12.50')
  assert.is(read('12'), '12.00')
  assert.is(read(' 1 234,50 '), '1234.50')
  assert.is(read("1'234.50"), '1234.50')
})

reading('takes thousands as the person writes them', () => {
  assert.is(read('1,234.50'), '1234.50')
  assert.is(read('1.234,50'), '1234.50')
  assert.is(read('1,234'), '1234.00')
  assert.is(read('1.234.567'), '1234567.00')
  assert.is(read('12,34,567.50', 'INR'), '1234567.50')
  settle('de-DE')
  assert.is(read('1.234'), '1234.00')
})

reading('refuses rather than guesses', () => {
  for (const text of [
    '',
    '1.234',
    '12.345',
    '12 50',
    '1 23 456',
    '1234 567',
    "12'5",
    '1e3',
    '-5',
    '1,2,3',
    '1.2.3',
    '1,23.4,5',
    '12,34.5.6',
    '12,345.6.7',
    'lunch',
    '.5',
    '0,500',
    '0',
    '0,00',
  ])
    assert.is(read(text), 'bad-amount', text)
  settle('de-DE')
  assert.is(read('1,234'), 'bad-amount')
})

reading('keeps to the decimals of the currency', () => {
  assert.is(read('12', 'JPY'), '12')
  assert.is(read('12.5', 'JPY'), 'bad-amount')
  assert.is(read('1,250', 'JPY'), '1250')
  assert.is(read('1.250', 'BHD'), '1.250')
})

reading('refuses a mark that may stand before three decimals or between thousands', () => {
  assert.is(read('1,250', 'BHD'), 'bad-amount')
  // what cannot be thousands, or has both marks, is plain
  assert.is(read('1,25', 'BHD'), '1.250')
  assert.is(read('0,250', 'BHD'), '0.250')
  assert.is(read('1250,500', 'BHD'), '1250.500')
  assert.is(read('1,250.500', 'BHD'), '1250.500')
  assert.is(read('1,250,000', 'BHD'), '1250000.000')
  settle('de-DE')
  assert.is(read('1,250', 'BHD'), '1.250')
  assert.is(read('1.250', 'BHD'), 'bad-amount')
  // neither parts thousands here
  settle('de-CH')
  assert.is(read('1.250', 'BHD'), '1.250')
  assert.is(read('1,250', 'BHD'), '1.250')
})

reading('takes two numbers for one only where the second has three digits, and the first no more', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 1, max: 99_999 }), (one, two) => {
      const isOne = one < 1000 && two >= 100 && two < 1000
      assert.is(read(`${one} ${two}`), isOne ? `${one}${two}.00` : 'bad-amount')
    }),
    runs,
  )
})

reading('keeps fifteen digits, and takes no more', () => {
  assert.is(read('9999999999999.99'), '9999999999999.99')
  assert.is(read('99999999999999.99'), 'bad-amount')
})

reading('takes a minus only where something may be owed', () => {
  assert.is(read('-212,30', 'EUR', true), '-212.30')
  assert.is(read('−212.30', 'EUR', true), '-212.30')
  assert.is(read('0', 'EUR', true), '0.00')
})

reading('gives back what was written out or put into a field, in any locale', () => {
  const minors = fc.bigInt({ min: 1n, max: 10n ** 15n - 1n })
  const locales = fc.constantFrom(
    'en-IE',
    'en-US',
    'en-IN',
    'de-DE',
    'de-CH',
    'fr-FR',
    'it-IT',
    'pl-PL',
    'hi-IN',
    'ja-JP',
  )
  const currencies = fc.constantFrom(['EUR', 2], ['JPY', 0], ['BHD', 3])
  fc.assert(
    fc.property(minors, locales, currencies, (minor, locale, [currency, digits]) => {
      settle(locale)
      const wire = wireOf(minor, Number(digits))

      assert.is(read(figure(wire), String(currency)), wire)
      assert.is(read(editable(wire), String(currency)), wire)
    }),
    runs,
  )
})

reading.run()
