import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { etag, etagMatches, versionIn } from './conditional.ts'

const tags = suite('entity tags')

tags('match in a list, weak or strong', () => {
  assert.ok(etagMatches('"7"', etag(7)))
  assert.ok(etagMatches('W/"7"', etag(7)))
  assert.ok(etagMatches('"5", W/"7"', etag(7)))
  assert.ok(etagMatches('*', etag(7)))
  assert.not.ok(etagMatches('7', etag(7)))
  assert.not.ok(etagMatches('"77"', etag(7)))
})

tags('name the version that a change was made from', () => {
  assert.is(versionIn('"7"'), 7)
  assert.is(versionIn('W/"7"'), 7)
  assert.is(versionIn('"0"'), 0)
})

tags('are no condition when absent or a star', () => {
  assert.is(versionIn(undefined), undefined)
  assert.is(versionIn('*'), undefined)
})

tags('that are none of ours name a version that nothing has', () => {
  for (const rubbish of ['', '7', '"x"', '"-1"', '"1e3"', '"07"', '"1", "2"', '"99999999999999999999"']) {
    assert.is(versionIn(rubbish), -1, rubbish)
  }
})

tags.run()
