import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { axisFigure, digitsOf, figure, headline, minorOf, negated, percent, signed, wireOf } from './figures.ts'
import { settle } from './locale.ts'

const runs = { numRuns: 300, seed: Number(process.env.SEED ?? Date.now()) }
const writing = suite('writing figures')
writing.before.each(() => settle('en-IE'))

writing('groups thousands and keeps every decimal of the wire', () => {
  assert.is(figure('1234567.50'), '1,234,567.50')
  assert.is(figure('12'), '12')
  assert.is(figure('0.000'), '0.000')
})

writing('keeps all of fifteen digits and more, which no float could', () => {
  assert.is(figure('9007199254740993'), '9,007,199,254,740,993')
  assert.is(figure('999999999999999.99'), '999,999,999,999,999.99')
  assert.is(figure('9999999999999999999.9999'), '9,999,999,999,999,999,999.9999')
})

writing('loses no digit of any amount, in any locale', () => {
  const wires = fc
    .tuple(fc.bigInt({ min: -(10n ** 19n), max: 10n ** 19n }), fc.integer({ min: 0, max: 4 }))
    .map(([minor, digits]) => wireOf(minor, digits))
  const locales = fc.constantFrom('en-IE', 'en-IN', 'de-DE', 'de-CH', 'fr-FR', 'hi-IN', 'ar-EG', 'ja-JP')
  fc.assert(
    fc.property(wires, locales, (wire, locale) => {
      settle(locale)
      const shown = figure(wire)

      assert.is(shown.replace(/\D/g, ''), wire.replace(/\D/g, ''))
      assert.is(shown.includes('−'), wire.startsWith('-'))
    }),
    runs,
  )
})

writing('has a true minus, and a plus where it is asked for', () => {
  assert.is(figure('-12.50', { currency: 'EUR' }), '−€12.50')
  assert.is(figure('12.50', { currency: 'EUR', plus: true }), '+€12.50')
  assert.is(figure('0.00', { plus: true }), '0.00')
  assert.is(signed('expense', '12.50'), '−12.50')
  assert.is(signed('income', '12.50'), '+12.50')
  assert.is(signed('refund', '12.50', 'EUR'), '+€12.50')
  assert.is(signed('transfer', '12.50'), '12.50')
})

writing('follows the person: lakhs in India, a comma in Germany, Latin digits everywhere', () => {
  settle('en-IN')
  assert.is(figure('1234567.50', { currency: 'INR' }), '₹12,34,567.50')
  settle('de-DE')
  assert.is(figure('-1234.50', { currency: 'EUR' }), '−1.234,50\u00a0€')
  settle('ar-EG')
  assert.match(figure('1234.50'), /1,234\.50/)
})

writing('has as many decimals as the currency, which the wire says', () => {
  assert.is(figure('1200', { currency: 'JPY' }), '¥1,200')
  assert.is(figure('1.250', { currency: 'BHD' }).replace(/\s/, ' '), 'BHD 1.250')
})

writing('parts a headline at its decimals', () => {
  assert.equal(headline('512.36', { currency: 'EUR' }), ['€512', '.36'])
  assert.equal(headline('512', { currency: 'JPY' }), ['¥512', ''])
  settle('de-DE')
  assert.equal(headline('512.36', { currency: 'EUR' }), ['512', ',36\u00a0€'])
})

writing('shortens an axis from ten thousand on, and per cents never', () => {
  assert.is(axisFigure(4000), '4,000')
  assert.is(axisFigure(14_000), '14K')
  assert.is(axisFigure(-1000), '−1,000')
  assert.is(percent(49), '49%')
})

writing('turns a sign round, but not that of nothing', () => {
  assert.is(negated('12.50'), '-12.50')
  assert.is(negated('-12.50'), '12.50')
  assert.is(negated('0.00'), '0.00')
})

writing('counts in whole minor units', () => {
  assert.is(minorOf('-12.05'), -1205n)
  assert.is(digitsOf('1.250'), 3)
  assert.is(wireOf(minorOf('0.05'), 2), '0.05')
})

writing.run()
