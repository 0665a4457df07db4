import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { queryTerms, termsOf } from './terms.ts'

const runs = { numRuns: 300, seed: Number(process.env.SEED ?? Date.now()) }

const indexing = suite('the terms of an entry')

indexing('are the folded words of its texts, each once', () => {
  assert.equal(termsOf('Café Crème', 'crème, 2 cups (café)'), ['cafe', 'creme', '2', 'cups'])
  assert.equal(termsOf(), [])
  assert.equal(termsOf('', ' – … 🍵'), [])
})

indexing('keep words whole whose vowels are marks', () => {
  assert.equal(termsOf('हिन्दी चाय'), ['हिन्दी', 'चाय'])
})

indexing('are pairs where a script has no spaces, and the last character alone', () => {
  assert.equal(termsOf('東京駅'), ['東京', '京駅', '駅'])
  assert.equal(termsOf('茶'), ['茶'])
  assert.equal(termsOf('ソニーTV 2台'), ['ソニ', 'ニー', 'ー', 'tv', '2', '台'])
})

indexing('are all of a long note, in whichever script', () => {
  const words = Array.from({ length: 140 }, (_, n) => `word${n}`).join(' ')
  assert.ok(termsOf(words).includes('word139'))
  const signs = String.fromCodePoint(...Array.from({ length: 300 }, (_, n) => 0x4e00 + n))
  assert.ok(termsOf(`${signs}終り`).includes('終り'))
})

indexing('are at most four hundred, of at most 32 characters', () => {
  assert.is(termsOf(Array.from({ length: 500 }, (_, n) => `word${n}`).join(' ')).length, 400)
  assert.equal(termsOf('x'.repeat(40)), ['x'.repeat(32)])
  assert.equal(termsOf('𝒳'.repeat(40), '𐐀'.repeat(40)), ['x'.repeat(32), '𐐨'.repeat(32)])
})

const asking = suite('the terms of a query')

asking('are prefixes, without those that another one says', () => {
  assert.equal(queryTerms('Tea teapot TEA'), ['teapot'])
  assert.equal(queryTerms('東京駅'), ['東京', '京駅'])
  assert.equal(queryTerms('駅'), ['駅'])
  assert.equal(queryTerms(' -- '), [])
})

const words = fc.array(fc.stringMatching(/^[a-zé]{1,40}$|^[東京駅前茶]{1,6}$|^[กขค]{1,6}$|^[अइउकि]{1,8}$/), {
  minLength: 1,
  maxLength: 6,
})

asking('for the beginning of any word finds the entry', () => {
  fc.assert(
    fc.property(words, fc.nat(5), fc.nat(40), (words, which, length) => {
      const word = words[which % words.length] ?? ''
      const query = word.slice(0, 1 + (length % word.length))
      const terms = termsOf(words.join(' '))

      for (const prefix of queryTerms(query)) {
        assert.ok(
          terms.some((term) => term.startsWith(prefix)),
          `${query} in ${words.join(' ')}`,
        )
      }
    }),
    runs,
  )
})

asking('for any part of unspaced writing finds the entry', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[東京駅前茶]{1,12}$/), fc.nat(11), fc.nat(11), (text, from, length) => {
      const start = from % text.length
      const terms = termsOf(text)

      for (const prefix of queryTerms(text.slice(start, start + 1 + length))) {
        assert.ok(terms.some((term) => term.startsWith(prefix)))
      }
    }),
    runs,
  )
})

indexing.run()
asking.run()
