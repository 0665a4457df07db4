import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { inFolder } from './in-folder.ts'

const folder = suite('what of an Outlay is in its folder')

folder('is all of it where nothing else is said', () => {
  assert.equal(inFolder('/srv/outlay', {}), { databases: ['identity.db', 'ledger.db'], elsewhere: [] })
})

folder('may have other names', () => {
  const env = { OUTLAY_IDENTITY: 'sqlite:/srv/outlay/people.db', OUTLAY_OBJECTS: 'folder:/srv/outlay/a/b' }
  assert.equal(inFolder('/srv/outlay', env), { databases: ['people.db', 'ledger.db'], elsewhere: [] })
})

folder('is not what lies on a server, in a bucket, or in another folder', () => {
  const env = {
    OUTLAY_IDENTITY: 'db2://asha:pass@db2.example.org/BLUDB',
    OUTLAY_LEDGER: 'mysql://asha:pass@db.example.org/outlay',
    OUTLAY_OBJECTS: 'cos://key:secret@s3.example.org/bucket',
  }
  assert.equal(inFolder('/srv/outlay', env), { databases: [], elsewhere: Object.keys(env) })
  const beside = { OUTLAY_LEDGER: 'sqlite:/srv/ledger.db', OUTLAY_OBJECTS: 'folder:/srv/outlay-files' }
  assert.equal(inFolder('/srv/outlay', beside), { databases: ['identity.db'], elsewhere: Object.keys(beside) })
})

folder.run()
