import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { likelyCurrency } from './likely-currency.ts'

const guessing = suite('the likely currency')

for (const [locale, code] of [
  ['de-DE', 'EUR'],
  ['bg-BG', 'EUR'],
  ['de-CH', 'CHF'],
  ['en-GB', 'GBP'],
  ['zh-Hant-TW', 'TWD'],
  ['ja-JP', 'JPY'],
  ['en', undefined],
  ['es-419', undefined],
  ['en-AQ', undefined],
] as const) {
  guessing(`of ${locale} is ${code ?? 'not guessed'}`, () => assert.is(likelyCurrency(locale), code))
}

guessing.run()
