import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Incoming } from '../functions/host/controller.ts'
import { withProbes } from './probes.ts'

const asked = (path: string): Incoming => ({ method: 'GET', path, query: '', headers: [], body: Buffer.alloc(0) })

const probing = suite('the probes')

probing('say that an instance is alive and ready, and hand on all else', async () => {
  const handedOn: string[] = []
  const answer = withProbes(
    async ({ path }) => {
      handedOn.push(path)
      return { status: 404, headers: [], body: '' }
    },
    {},
    () => false,
  )
  const statuses = []
  for (const path of ['/healthz', '/readyz', '/v1/me', '/v1/readyz']) statuses.push((await answer(asked(path))).status)
  assert.equal(statuses, [200, 200, 404, 404])
  assert.equal(handedOn, ['/v1/me', '/v1/readyz'])
})

probing('say of one that is leaving that it lives and takes nothing more, on lines that are still open', async () => {
  const answer = withProbes(
    async () => ({ status: 404, headers: [], body: '' }),
    {},
    () => true,
  )
  assert.is((await answer(asked('/healthz'))).status, 200)
  const { status, body } = await answer(asked('/readyz'))
  assert.equal([status, body], [503, 'leaving\n'])
})

probing.run()
