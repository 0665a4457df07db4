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

answering('takes no settings from the fields of a body, where a host spreads them over the parameters', async () => {
  const started: unknown[] = []
  const main = onEvent('sweeping', { broom: async (env: unknown) => started.push(env) }, async () => ({ swept: 0 }))

  await main({ __ce_method: 'POST', env: { OUTLAY_LEDGER: 'mine' } })
  assert.equal(started, [undefined])
})

answering('tells a host of a failure without what was in it', async () => {
  const main = onEvent('sweeping', {}, async () => {
    throw Object.assign(new RangeError('asha@example.org paid 12.50'), { code: 'ER_X' })
  })

  assert.equal(await main({}), { error: { error: 'RangeError', code: 'ER_X' } })
})

answering.run()
