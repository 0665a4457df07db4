import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { plan } from './plan.ts'

const planning = suite('the plan of a run')

planning('keeps what judges the others of its suite until they are done', () => {
  const [api] = plan(process.cwd(), ['api']).suites.filter(({ name }) => name === 'api')

  assert.equal(api?.last, ['tests/api/zz-coverage.test.ts'])
  assert.ok(api?.files.includes('tests/api/who.test.ts'))
  assert.not.ok(api?.files.includes('tests/api/zz-coverage.test.ts'))
})

planning.run()
