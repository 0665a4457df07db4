import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { isUuid } from '../functions/domain/ids.ts'
import { uuidV7 } from './uuid.ts'

const runs = { numRuns: 300, seed: Number(process.env.SEED ?? Date.now()) }
const ids = suite('an id made here')

ids('is a UUID of version 7 that begins with the time', () => {
  assert.is(uuidV7(0x0123456789ab, new Uint8Array(10).fill(255)), '01234567-89ab-7fff-bfff-ffffffffffff')
  assert.is(uuidV7(0, new Uint8Array(10)), '00000000-0000-7000-8000-000000000000')
})

ids('is taken by the server, whatever chance gives', () => {
  const bytes = fc.uint8Array({ minLength: 10, maxLength: 10 })
  fc.assert(
    fc.property(fc.nat(), bytes, (now, random) => {
      assert.ok(isUuid(uuidV7(now, random)))
      assert.match(uuidV7(now, random), /^.{14}7.{4}[89ab]/)
    }),
    runs,
  )
})

ids.run()
