import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { etag, etagMatches, versionsIn } from './conditional.ts'

const tags = suite('entity tags')

tags('match in a list, weak or strong', () => {
  assert.ok(etagMatches('"7"', etag(7)))
  assert.ok(etagMatches('W/"7"', etag(7)))
  assert.ok(etagMatches('"5", W/"7"', etag(7)))
  assert.ok(etagMatches('*', etag(7)))
  assert.not.ok(etagMatches('7', etag(7)))
  assert.not.ok(etagMatches('"77"', etag(7)))
})

tags('name the versions that a change may be made from', () => {
  assert.equal(versionsIn('"7"'), [7])
  assert.equal(versionsIn('W/"7"'), [7])
  assert.equal(versionsIn('"0"'), [0])
  assert.equal(versionsIn('"3", W/"4" ,"12"'), [3, 4, 12])
})

tags('are no condition when absent or a star', () => {
  assert.is(versionsIn(undefined), undefined)
  assert.is(versionsIn('*'), undefined)
})

tags('that are none of ours name no version', () => {
  for (const rubbish of ['', '7', '"x"', '"-1"', '"1e3"', '"07"', '"1, 2"', '"1" "2"', '"99999999999999999999"']) {
    assert.equal(versionsIn(rubbish), [], rubbish)
  }
  assert.equal(versionsIn('"x", *, "4"'), [4])
})

tags.run()
