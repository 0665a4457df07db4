import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { site } from '../api/site.ts'
import { table } from '../api/table.ts'
import { gatewayOf } from './gateway.ts'

const actionAt = gatewayOf({ ...table, site })
const id = '0199aaaa-0000-7000-8000-000000000001'

const routing = suite('the gateway')

routing('brings every route to its action', () => {
  for (const [action, feature] of Object.entries({ ...table, site })) {
    for (const { path } of Object.values(feature)) {
      const asked = path.replace(/\{\w+\}/g, id)
      assert.is(actionAt(asked), action, asked)
    }
  }
})

routing('brings addresses of the page to the site, and the API’s own never', () => {
  assert.is(actionAt('/'), 'site')
  assert.is(actionAt('/reports'), 'site')
  assert.is(actionAt('/assets/main-ABC.js'), 'site')
  assert.is(actionAt('/v1/users'), 'register')
  assert.is(actionAt('/v1/openapi.json'), 'openapi')
  assert.is(actionAt('/v1/ledgers'), 'ledgers')
})

routing('knows where nothing is', () => {
  assert.is(actionAt('/a/b/c'), undefined)
  assert.is(actionAt(`/v1/ledgers/${id}/cupboards`), undefined)
  assert.is(actionAt('/v1/openapiXjson/'), undefined)
})

routing.run()
