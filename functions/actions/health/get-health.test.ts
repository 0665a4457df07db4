import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { sqlPlanes } from '../../adapters/sql/planes.ts'
import { openSqlite } from '../../adapters/sql/sqlite.ts'
import { health } from '../../api/health.ts'
import { serve } from '../../edge/serve.ts'
import { getHealth } from './get-health.ts'

const asked = { __ow_method: 'get', __ow_path: '/v1/health' }

const looking = suite('looking after the planes')

looking('finds both up', async () => {
  const db = await openSqlite(':memory:')
  const planes = sqlPlanes({ identity: async () => db, ledger: async () => db })

  const { statusCode, body } = await serve(health, { planes: async () => planes }, { getHealth })(asked)

  assert.is(statusCode, 200)
  assert.equal(body, { status: 'up', planes: { identity: 'up', ledger: 'up' } })
  await db.destroy()
})

looking('says which one is down, in the same shape', async () => {
  const db = await openSqlite(':memory:')
  const closed = async () => {
    throw new Error('cannot be opened')
  }
  const planes = sqlPlanes({ identity: async () => db, ledger: closed })

  const { statusCode, headers, body } = await serve(health, { planes: async () => planes }, { getHealth })(asked)

  assert.is(statusCode, 503)
  assert.equal(body, { status: 'down', planes: { identity: 'up', ledger: 'down' } })
  assert.is(headers['retry-after'], '2')
  await db.destroy()
})

looking('does not wait for one that never answers', async () => {
  const planes = sqlPlanes({ identity: () => new Promise(() => {}), ledger: () => new Promise(() => {}) }, 5)

  const { statusCode, body } = await serve(health, { planes: async () => planes }, { getHealth })(asked)

  assert.is(statusCode, 503)
  assert.equal(body, { status: 'down', planes: { identity: 'down', ledger: 'down' } })
})

looking.run()
