import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { asha, inProcess, inProcesses, newFolder, type Task } from '../crash/people.ts'

const guessing = suite('guessing from many processes at once, as from instances that have just started')

const folder = await newFolder()
inProcess({ ...asha, folder, deed: 'register' })

const minute = 60_000
const hour = 60 * minute
/** A minute after a full hour: no window ends while this runs. */
const laterMs = hour - (Date.now() % hour) + minute

guessing('is looked at ten times for one person from one network', async () => {
  const guess: Task = { ...asha, folder, deed: 'log in', laterMs, address: '203.0.113.7', password: 'a wrong guess' }
  const outcomes = (await inProcesses(Array(16).fill(guess))).map(({ outcome }) => outcome)

  assert.is(outcomes.filter((outcome) => outcome === 'wrong-credentials').length, 10)
  assert.is(outcomes.filter((outcome) => outcome === 'too-many-attempts').length, 6)
})

guessing.run()
