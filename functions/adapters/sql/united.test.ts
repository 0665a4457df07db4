import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { united } from './united.ts'

const selects = suite('selects in statements')
const sizes = (...together: number[]) =>
  united(together.map((n) => Array(n).fill('select'))).map(({ length }) => length)

selects('are one statement as long as it takes them all, and none where there are none', () => {
  assert.equal(sizes(0, 200, 0, 200, 0), [400])
  assert.equal(sizes(0), [])
})

selects('are more beyond that, each with all that belongs together', () => {
  assert.equal(sizes(...Array(134).fill(3)), [399, 3])
  assert.equal(sizes(399, 2), [399, 2])
})

selects.run()
