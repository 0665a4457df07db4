import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Merges, rerouted, rootOf, withMerge, withoutMerge } from './merges.ts'
import { ok, refuse } from './result.ts'

const merging = suite('merging')
const none: Merges<string> = new Map()

merging('reads what was merged as what it was merged into, along every step', () => {
  const chain = merge(merge(none, 'bakery', 'bread'), 'bread', 'food')

  assert.is(rootOf(chain, 'bakery'), 'food')
  assert.is(rootOf(chain, 'food'), 'food')
})

merging('brings back what was merged before, once the later merge is undone', () => {
  const before = merge(none, 'bakery', 'bread')
  const undone = withoutMerge(merge(before, 'bread', 'food'), 'bread')

  assert.equal(undone, before)
  assert.is(rootOf(undone, 'bakery'), 'bread')
})

merging('into an alias goes to what the alias is read as', () => {
  const merges = merge(merge(none, 'bread', 'food'), 'bakery', 'bread')
  assert.is(merges.get('bakery'), 'food')
})

merging('refuses itself, and what is merged into it', () => {
  const merges = merge(merge(none, 'bakery', 'bread'), 'bread', 'food')

  assert.equal(withMerge(merges, 'food', 'food'), refuse({ kind: 'merge-into-itself' }))
  assert.equal(withMerge(merges, 'food', 'bakery'), refuse({ kind: 'merge-into-itself' }))
})

merging('can turn round once its own merge is out of the way', () => {
  const merges = merge(merge(none, 'bread', 'food'), 'bread', 'home')
  assert.is(rootOf(merges, 'bread'), 'home')
})

merging('tells whose reads move', () => {
  const before = merge(none, 'bakery', 'bread')
  const after = merge(before, 'bread', 'food')

  assert.equal(
    rerouted(before, after),
    new Map([
      ['bakery', 'food'],
      ['bread', 'food'],
    ]),
  )
  assert.equal(
    rerouted(after, before),
    new Map<string, string | undefined>([
      ['bakery', 'bread'],
      ['bread', undefined],
    ]),
  )
})

merging('is undone exactly, whatever was merged before and after', () => {
  const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
  const steps = fc.array(fc.tuple(id, id), { maxLength: 8 })
  fc.assert(
    fc.property(steps, id, id, steps, (earlier, one, into, later) => {
      const start = mergeAll(none, earlier)
      const done = withMerge(start, one, into)
      fc.pre(done.ok && !start.has(one))
      const others = later.filter(([from, to]) => from !== one && rootOf(done.value, to) !== rootOf(done.value, one))

      const undone = withoutMerge(mergeAll(done.value, others), one)

      assert.equal(withoutMerge(done.value, one), start)
      for (const [from] of undone) assert.is.not(rootOf(undone, from), from)
      assert.is(rootOf(undone, one), one)
    }),
    { numRuns: 300, seed: Number(process.env.SEED ?? Date.now()) },
  )
})

function merge(merges: Merges<string>, id: string, into: string): Merges<string> {
  const merged = withMerge(merges, id, into)
  assert.equal(merged, ok(merged.ok && merged.value))
  return merged.ok ? merged.value : merges
}

function mergeAll(merges: Merges<string>, steps: readonly (readonly [string, string])[]): Merges<string> {
  return steps.reduce((sofar, [id, into]) => {
    const merged = withMerge(sofar, id, into)
    return merged.ok ? merged.value : sofar
  }, merges)
}

merging.run()
