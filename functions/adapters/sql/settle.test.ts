import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { Unavailable } from '../../ports/unavailable.ts'
import { Unsettled } from './errors.ts'
import { settled, unseen } from './settle.ts'

const settling = suite('settling a write whose answer was lost')

/** A write that is answered from the n-th time on. */
function heard(from: number) {
  let times = 0
  const write = async () => {
    times += 1
    if (times < from) throw new Unsettled('lost')
    return `answered ${times}`
  }
  return { write, times: () => times }
}

settling('takes what is seen in the row for the answer', async () => {
  const { write, times } = heard(2)

  assert.is(await settled(write, async () => 'seen'), 'seen')
  assert.is(times(), 1)
})

settling('writes once more what is not there', async () => {
  const { write } = heard(3)

  assert.is(await settled(write, unseen), 'answered 3')
})

settling('ends with the third time', async () => {
  const { write, times } = heard(9)

  const trouble = await settled(write, unseen).catch((error: unknown) => error)

  assert.ok(trouble instanceof Unsettled)
  assert.is(times(), 3)
})

settling('looks at nothing where the write was answered, or certainly did not happen', async () => {
  const seen = async (): Promise<string> => assert.unreachable('nobody is in doubt') as never
  const gone = new Unavailable('gone')

  assert.is(await settled(async () => 'done', seen), 'done')
  const refused = async () => {
    throw gone
  }
  assert.is(await settled(refused, seen).catch((error: unknown) => error), gone)
})

settling.run()
