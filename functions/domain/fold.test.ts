import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { fold, wellFormed } from './fold.ts'

const runs = { numRuns: 300, seed: Number(process.env.SEED ?? Date.now()) }
const texts = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }))

const folding = suite('folding a text')

folding('forgets case, accents, width and spacing', () => {
  for (const [text, folded] of [
    ['  Café\u00a0 CRÈME\n', 'cafe creme'],
    ['CAFE\u0301', 'cafe'],
    ['ＣＡＦＥ', 'cafe'],
    ['ﬁn', 'fin'],
    ['İstanbul', 'istanbul'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['Οδός', 'οδοσ'],
    ['Ёлка', 'елка'],
    ['Straße', 'strasse'],
    ['STRASSE', 'strasse'],
    ['GROẞ', 'gross'],
    ['ﾊﾟﾝ', 'パン'],
  ] as const) {
    assert.is(fold(text), folded)
  }
})

folding('forgets what nobody sees', () => {
  assert.is(fold('Te\u200ba\u00ad'), 'tea')
  assert.is(fold('\u3164\ufeff'), '')
})

folding('keeps the vowels of scripts that write them as marks', () => {
  for (const text of ['हिन्दी', 'தமிழ்', 'ไทย์', 'বাংলা', 'がぎ', 'العَرَبِيَّة'])
    assert.is(fold(text), text.normalize('NFKC'), text)
})

folding('twice changes nothing more', () => {
  fc.assert(
    fc.property(texts, (text) => {
      assert.is(fold(fold(text)), fold(text))
    }),
    runs,
  )
})

folding('twice changes nothing more for any single character', () => {
  for (let code = 0; code <= 0x10ffff; code += 1) {
    const folded = fold(String.fromCodePoint(code))
    if (fold(folded) !== folded) assert.unreachable(code.toString(16))
  }
})

folding('makes one key of a text and its other normal forms', () => {
  fc.assert(
    fc.property(texts, fc.constantFrom('NFC', 'NFD', 'NFKC', 'NFKD'), (text, form) => {
      assert.is(fold(text.normalize(form)), fold(text))
    }),
    runs,
  )
})

const forming = suite('well-formed text')

forming('may hold any writing, new lines and tabs', () => {
  for (const text of ['', 'tea\n\tand milk', 'चाय 🍵', '\u{1f469}\u200d\u{1f467}']) assert.ok(wellFormed(text))
})

forming('holds no control character and no half of a pair', () => {
  for (const text of ['a\0', '\x1b[31m', '\r\n', '\x7f', '\x85', '\ud83c', '\udf75\ud83c', 'a\udf75']) {
    assert.not.ok(wellFormed(text), JSON.stringify(text))
  }
})

folding.run()
forming.run()
