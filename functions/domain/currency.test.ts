import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { currencyOf } from './currency.ts'
import { ok, refuse } from './result.ts'

const currencies = suite('currencies')

currencies('have as many decimals as ISO 4217 says', () => {
  for (const [code, digits] of [
    ['INR', 2],
    ['EUR', 2],
    ['HUF', 2],
    ['JPY', 0],
    ['ISK', 0],
    ['BHD', 3],
    ['TND', 3],
  ] as const) {
    assert.equal(currencyOf(code), ok({ code, digits }))
  }
})

currencies('are known by three upper-case letters', () => {
  for (const code of ['', 'inr', 'Eur', 'EURO', 'QQQ', '€', '__proto__', 'EUR ']) {
    assert.equal(currencyOf(code), refuse({ kind: 'bad-currency', text: code }))
  }
})

currencies.run()
