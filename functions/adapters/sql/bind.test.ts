import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { bindable, Unbindable } from './bind.ts'

const runs = { numRuns: 300, seed: Number(process.env.SEED ?? Date.now()) }
const binding = suite('the bind guard')

binding('lets text, bytes and null through as they are', () => {
  const bytes = new Uint8Array([0, 255])

  for (const value of ['', 'tea 🍵', "'; drop table x --\\", bytes, null]) assert.is(bindable(value), value)
})

binding('makes every whole number a bigint', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (value) => {
      assert.is(bindable(value), BigInt(value))
    }),
    runs,
  )
  assert.is(bindable(-0), 0n)
})

binding('lets bigints of 64 bits through and no larger', () => {
  for (const value of [0n, 2n ** 63n - 1n, -(2n ** 63n)]) assert.is(bindable(value), value)
  for (const value of [2n ** 63n, -(2n ** 63n) - 1n, 10n ** 30n]) assert.is(codeOf(value), 'range')
})

binding('refuses what an engine would round, cut, misread or die of', () => {
  for (const value of [true, false, undefined, {}, [], new Date(0), Symbol('x'), () => 1]) {
    assert.is(codeOf(value), 'type')
  }
  for (const value of [0.5, Number.NaN, Infinity, 2 ** 53, -(2 ** 53)]) assert.is(codeOf(value), 'number')
  for (const value of ['a\0b', '\ud83c', 'a\udf75', '\udf75\ud83c']) assert.is(codeOf(value), 'text')
})

binding('never tells the value', () => {
  assert.throws(
    () => bindable('secret\0'),
    (error: Error) => !error.message.includes('secret'),
  )
})

binding.run()

function codeOf(value: unknown): string {
  try {
    bindable(value)
  } catch (error) {
    if (error instanceof Unbindable) return error.code
  }
  return 'taken'
}
