import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { nasty } from '../../../scripts/samples/reports.ts'
import { fitted, isPlain, linesOf, runsOf } from './runs.ts'

/** A face with Latin and Greek letters. */
const has = (letter: number) => letter < 0x400
const runs = (text: string) => runsOf(text, has)

const door = suite('the door of text')

door('leaves plain text alone', () => {
  assert.ok(isPlain('Zürich, 1 234,50 € − “Łódź”…'))
  assert.equal(runs('Zürich'), [{ text: 'Zürich' }])
})

door('draws a dot for every sign that the face has not, and keeps what it stands for', () => {
  assert.equal(runs('Party 👨‍👩‍👧‍👦🎉 now'), [
    { text: 'Party ' },
    { text: '··', actual: '👨‍👩‍👧‍👦🎉' },
    { text: ' now' },
  ])
  assert.equal(runs('v\u20d7!'), [{ text: '·', actual: 'v\u20d7' }, { text: '!' }])
  assert.equal(runs('喫茶店'), [{ text: '···', actual: '喫茶店' }])
})

door('composes accents, and writes wide signs as they are written here', () => {
  assert.equal(runs('e\u0301te\u0301'), [{ text: 'été' }])
  assert.equal(runs('￥1,200'), [{ text: '¥1,200' }])
})

door('lets nothing through that has no shape or turns the direction', () => {
  assert.equal(runs('a\u0000b\u200bc\u202ed\u2066e'), [{ text: 'abcde' }])
})

door('never gives a face what it has no letter for, whatever comes', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(...nasty, 'v\u20d7 = x\u20d7'),
  )
  fc.assert(
    fc.property(anything, (text) => {
      for (const run of runs(text)) {
        assert.ok([...run.text].every((letter) => has(letter.codePointAt(0) ?? 0)))
        assert.is(run.text.match(/\p{Cc}|\p{Cf}|\p{Cs}/u), null)
      }
    }),
    { numRuns: 500, seed: Number(process.env.SEED ?? Date.now()) },
  )
})

const room = (most: number) => (text: string) => text.length <= most

const fitting = suite('fitting text into its room')

fitting('cuts between signs, and says that it did', () => {
  assert.is(fitted('Mill Lane', room(9)), 'Mill Lane')
  assert.is(fitted('Mill Lane Bakery', room(9)), 'Mill Lan…')
  assert.is(fitted('Mill Lane Bakery', room(6)), 'Mill…')
  assert.is(fitted('👨‍👩‍👧‍👦👨‍👩‍👧‍👦', room(13)), '👨‍👩‍👧‍👦…')
  assert.is(fitted('anything', room(0)), '…')
})

fitting('breaks lines between words, and a word only where it is longer than a line', () => {
  assert.equal(linesOf('one two three', room(7)), ['one two', 'three'])
  assert.equal(linesOf('abcdefghij kl', room(4)), ['abcd', 'efgh', 'ij', 'kl'])
  assert.equal(linesOf('', room(4)), [])
})

for (const one of [door, fitting]) one.run()
