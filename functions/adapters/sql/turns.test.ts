import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { Turns } from './turns.ts'

const turns = suite('taking turns')

turns('lets one in at a time, in the order they came', async () => {
  const door = new Turns()
  const seen: string[] = []
  const enter = async (name: string) => {
    await door.take()
    seen.push(`${name} in`)
    await Promise.resolve()
    seen.push(`${name} out`)
    door.give()
  }

  await Promise.all(['a', 'b', 'c'].map(enter))
  await enter('d')

  assert.equal(seen, ['a in', 'a out', 'b in', 'b out', 'c in', 'c out', 'd in', 'd out'])
})

turns.run()
