import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { anyDraft, paper } from '../../tests/support/drafts.ts'
import type { NewTransaction } from '../api/transactions.ts'
import { bodyHash } from './body-hash.ts'

const runs = { numRuns: 300, seed: Number(process.env.SEED ?? Date.now()) }
const anyBody = anyDraft(paper).map((draft) => draft as NewTransaction)

const hashing = suite('hashing a body')

hashing('does not hear the order of fields, nor what is left out', () => {
  fc.assert(
    fc.property(anyBody, (body) => {
      const turned = Object.fromEntries(Object.entries({ ...body, original: undefined }).reverse())
      assert.is(bodyHash(turned as NewTransaction), bodyHash(body))
    }),
    runs,
  )
})

hashing('does not hear how an amount is spelled', () => {
  const lunch: NewTransaction = { kind: 'expense', day: '2026-11-20', amount: '12.50', splits: [{ amount: '12.50' }] }
  const same: NewTransaction = { ...lunch, amount: '012.5', splits: [{ amount: '12.500' }], tags: [] }

  assert.is(bodyHash(same), bodyHash(lunch))
  assert.is(bodyHash({ ...lunch, amount: '10', splits: [] }), bodyHash({ ...lunch, amount: '10.00', splits: [] }))
  assert.match(bodyHash(lunch), /^[0-9a-f]{64}$/)
})

hashing('hears everything else', () => {
  fc.assert(
    fc.property(anyBody, (body) => {
      const others = [
        { ...body, amount: `1${body.amount}` },
        { ...body, note: `${body.note ?? ''}!` },
        { ...body, day: '2024-01-01' },
        { ...body, tags: ['another'] },
        { ...body, splits: [{ amount: '1' }, ...(body.splits ?? [])] },
        { ...body, original: { amount: body.amount, currency: 'BHD' } },
      ]
      assert.is(new Set([body, ...others].map(bodyHash)).size, 7)
    }),
    runs,
  )
})

hashing.run()
