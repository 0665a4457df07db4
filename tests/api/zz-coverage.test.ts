import { existsSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { leaveOut } from '../support/left-out.ts'
import { unseen } from '../support/openapi.ts'

// Last by the beginning of its name: it judges what the files before it have seen.
const covering = suite('every route and status of the API document')
const { OUTLAY_SEEN: file = '' } = process.env
const isWhole = existsSync(file)

covering('was seen by some test over HTTP', () => {
  if (isWhole) assert.equal(unseen(file), [])
})

if (!isWhole) leaveOut('coverage of routes and statuses', 'it needs the whole suite: npm test api')
covering.run()
