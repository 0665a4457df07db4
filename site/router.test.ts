import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { keep, placeIn, to } from './router.ts'

const routing = suite('addresses')
routing.after.each(() => keep(new URLSearchParams()))

routing('are relative, so that they hold below any path', () => {
  const href = (path: string, base: string) => new URL(to(path), base).href

  assert.is(href('/', 'https://example.org/'), 'https://example.org/')
  assert.is(href('/entries', 'https://example.org/'), 'https://example.org/entries')
  assert.is(href('/entries', 'https://example.org/api/outlay/'), 'https://example.org/api/outlay/entries')
})

routing('carry what was asked for, and what stays: the locale, and that this is the sample', () => {
  assert.is(to('/entries', { text: 'a & b', from: undefined }), './entries?text=a+%26+b')
  keep(new URLSearchParams('locale=en-XA&on=2026-11-01&sample=1'))
  assert.is(to('/'), './?locale=en-XA&sample=1')
  assert.is(to('/register', { sample: undefined }), './register?locale=en-XA')
})

routing('lead to a place below the base', () => {
  const { path, query } = placeIn(new URL('https://example.org/x/entries?text=tea'), '/x/')

  assert.is(path, '/entries')
  assert.is(query.get('text'), 'tea')
  assert.is(placeIn(new URL('https://example.org/'), '/').path, '/')
})

routing.run()
