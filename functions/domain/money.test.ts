import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import {
  fitsRow,
  fitsTotal,
  formatAmount,
  fromStore,
  type Minor,
  minus,
  negate,
  parseAmount,
  parsePositive,
  parseSigned,
  plus,
  sum,
} from './money.ts'
import { ok, refuse } from './result.ts'

const runs = { numRuns: 300, seed: Number(process.env.SEED ?? Date.now()) }
const euro = { digits: 2 }
const yen = { digits: 0 }
const dinar = { digits: 3 }
const minor = (value: bigint) => fromStore(value)

const reading = suite('reading an amount')

reading('scales by the digits of the currency', () => {
  assert.equal(parseAmount('1234.5', euro), ok(123450n))
  assert.equal(parseAmount('12', euro), ok(1200n))
  assert.equal(parseAmount('12', yen), ok(12n))
  assert.equal(parseAmount('0.125', dinar), ok(125n))
  assert.equal(parseAmount('0', euro), ok(0n))
})

reading('takes at most 15 digits once scaled', () => {
  assert.equal(parseAmount('9999999999999.99', euro), ok(999_999_999_999_999n))
  assert.equal(parseAmount('999999999999999', yen), ok(999_999_999_999_999n))
  for (const [text, currency] of [
    ['10000000000000', euro],
    ['1000000000000000', yen],
    ['9999999999999999999', euro],
  ] as const) {
    assert.equal(parseAmount(text, currency), refuse({ kind: 'amount-too-large', text }))
    assert.equal(parseSigned(`-${text}`, currency), refuse({ kind: 'amount-too-large', text: `-${text}` }))
  }
})

reading('refuses every other spelling', () => {
  const bad = ['', ' 1', '1 ', '+1', '-1', '-0', '1e3', '12.', '.5', '12.345', '1,5', '1_0', '0x10', 'NaN', '١٢', '1\n']
  for (const text of bad) assert.equal(parseAmount(text, euro), refuse({ kind: 'bad-amount', text }))
  assert.not.ok(parseAmount('12.0', yen).ok)
})

reading('of an entry wants more than nothing', () => {
  assert.equal(parsePositive('0.01', euro), ok(1n))
  for (const text of ['0', '0.00', '-1']) assert.equal(parsePositive(text, euro), refuse({ kind: 'bad-amount', text }))
})

reading('of an opening balance takes debts, but no negative zero', () => {
  assert.equal(parseSigned('-3.05', euro), ok(-305n))
  assert.equal(parseSigned('3.05', euro), ok(305n))
  assert.equal(parseSigned('0', euro), ok(0n))
  for (const text of ['-0', '-0.00', '--1', '-', '- 1']) {
    assert.equal(parseSigned(text, euro), refuse({ kind: 'bad-amount', text }))
  }
})

const writing = suite('writing an amount')

writing('shows every digit of the currency', () => {
  assert.is(formatAmount(minor(123450n), euro), '1234.50')
  assert.is(formatAmount(minor(-305n), euro), '-3.05')
  assert.is(formatAmount(minor(-5n), euro), '-0.05')
  assert.is(formatAmount(minor(0n), euro), '0.00')
  assert.is(formatAmount(minor(12n), yen), '12')
  assert.is(formatAmount(minor(-12n), yen), '-12')
  assert.is(formatAmount(minor(125n), dinar), '0.125')
})

writing('and reading again gives the same amount, in every currency', () => {
  const amounts = fc.bigInt({ min: -(10n ** 15n) + 1n, max: 10n ** 15n - 1n })
  fc.assert(
    fc.property(amounts, fc.integer({ min: 0, max: 3 }), (amount, digits) => {
      assert.equal(parseSigned(formatAmount(minor(amount), { digits }), { digits }), ok(amount))
    }),
    runs,
  )
})

const keeping = suite('keeping amounts')

keeping('takes whole numbers from a store, however its driver gives them', () => {
  assert.is(fromStore(12n), 12n)
  assert.is(fromStore('-9223372036854775808'), -9223372036854775808n)
  assert.is(fromStore(12), 12n)
})

keeping('throws when a store holds anything else', () => {
  for (const value of [1.5, 2 ** 53, Number.NaN, '', '1.00', ' 1', '0x10', '1e3']) {
    assert.throws(() => fromStore(value), /whole number/, String(value))
  }
})

keeping('knows what fits a row and what fits a total', () => {
  assert.ok(fitsRow(minor(999_999_999_999_999n)))
  assert.not.ok(fitsRow(minor(1_000_000_000_000_000n)))
  assert.not.ok(fitsRow(minor(-1_000_000_000_000_000n)))
  assert.ok(fitsTotal(minor(2n ** 63n - 1n)))
  assert.ok(fitsTotal(minor(-(2n ** 63n))))
  assert.not.ok(fitsTotal(minor(2n ** 63n)))
  assert.not.ok(fitsTotal(minor(-(2n ** 63n) - 1n)))
})

keeping('adds exactly', () => {
  const values: Minor[] = [minor(10n), minor(20n), minor(-5n)]
  assert.is(sum(values), 25n)
  assert.is(sum([]), 0n)
  assert.is(plus(minor(1n), negate(minor(3n))), minus(minor(1n), minor(3n)))
})

reading.run()
writing.run()
keeping.run()
