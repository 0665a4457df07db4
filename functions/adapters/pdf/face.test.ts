import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { Face } from './face.ts'
import { faces } from './faces.ts'

const face = suite('a face')

face('shapes words with the space after them, and figures sign by sign', async () => {
  const { regular } = await faces()
  const lengths = (text: string) => regular.shaped(text).map(({ signs }) => signs.length)

  assert.equal(lengths('Mill Lane, 12'), [5, 6, 1, 1])
  assert.equal(lengths('1,234.50'), Array(8).fill(1))
})

face('moves letters together, but never a comma by the figure before it', async () => {
  const { regular } = await faces()
  const kerns = (text: string) => regular.shaped(text).flatMap(({ signs }) => signs.map(({ kern }) => kern))

  assert.ok(kerns('AVAT').some((kern) => kern < 0))
  assert.equal(kerns('7,40'), [0, 0, 0, 0])
})

face('moves the letters of a word as its tables do for the whole word', async () => {
  const letters = fc.constantFrom(...'AVTLPFWYabefnorvwyßéöŁœΑΛΤΥαλορυАГТУагру0179.,:;-–—’“”…&/()€')
  const words = fc.array(letters, { minLength: 2, maxLength: 12 }).map((all) => `n${all.join('')}n`)
  const { regular, semibold } = await faces()
  for (const { font } of [regular, semibold]) {
    const fresh = new Face(font)
    fc.assert(
      fc.property(words, (word) => {
        const advances = font.layout(word).positions.map(({ xAdvance }) => (xAdvance * 1000) / font.unitsPerEm)
        const signs = fresh.shaped(word).flatMap((one) => one.signs)
        assert.ok(signs.every(({ advance }, place) => Math.abs(advance - (advances[place] ?? 0)) < 0.001))
        assert.is(signs.length, advances.length)
      }),
      { numRuns: 300, seed: Number(process.env.SEED ?? Date.now()) },
    )
  }
})

face('gives back the letters that were written, though two have one glyph', async () => {
  const { regular } = await faces()
  const written = (text: string) => regular.shaped(text).flatMap(({ signs }) => signs.flatMap((one) => one.codePoints))

  assert.equal(
    written('o\u02bcclock'),
    [...'o\u02bcclock'].map((letter) => letter.codePointAt(0)),
  )
  assert.equal(
    written('o\u2019clock'),
    [...'o\u2019clock'].map((letter) => letter.codePointAt(0)),
  )
})

face('lifts a mark over its letter', async () => {
  const { regular } = await faces()
  const [word] = regular.shaped('x\u0301')

  assert.equal(
    word?.signs.map(({ lift }) => lift !== undefined),
    [false, true],
  )
})

face.run()
