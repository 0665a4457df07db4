import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { onEvent } from './event.ts'

const answering = suite('answering an event')

answering('does the job with its ports and says what was done', async () => {
  const started: unknown[] = []
  const broom = async (env: unknown) => {
    started.push(env)
    return { sweep: async () => 3 }
  }
  const main = onEvent('sweeping', { broom }, async ({ broom }) => ({ swept: await broom.sweep() }))

  assert.equal(await main({ env: { A: '1' }, cron: '* * * * *' }), { swept: 3 })
  assert.equal(started, [{ A: '1' }])
})

answering('tells a host of a failure without what was in it', async () => {
  const main = onEvent('sweeping', {}, async () => {
    throw Object.assign(new RangeError('asha@example.org paid 12.50'), { code: 'ER_X' })
  })

  assert.equal(await main({}), { error: { error: 'RangeError', code: 'ER_X' } })
})

answering.run()
