import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { fromStore } from '../../functions/domain/money.ts'
import { ring } from '../../functions/scene/ring.ts'
import { pieceAt } from './piece-at.ts'

const pieces = suite('pointing at a ring')

const parts = [50n, 25n, 25n].map((amount, n) => ({ role: `c${n + 1}` as 'c1', amount: fromStore(amount), parts: [] }))
const { shapes } = ring(parts, { sentence: '' })
const at = (x: number, y: number) => pieceAt(shapes, parts, x, y)

pieces('finds the piece that is there, from the top on with the hands of a clock', () => {
  assert.is(at(0.9, 0.5), 0)
  assert.is(at(0.3, 0.85), 1)
  assert.is(at(0.15, 0.35), 2)
})

pieces('finds none in the hole and in the corners', () => {
  assert.is(at(0.5, 0.5), undefined)
  assert.is(at(0.01, 0.01), undefined)
})

pieces.run()
