import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { keep, placeIn, takeSecret, to } from './router.ts'

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
  keep(new URLSearchParams('sample'))
  assert.is(to('/'), './?sample=1')
})

routing('lead to a place below the base', () => {
  const { path, query } = placeIn(new URL('https://example.org/x/entries?text=tea'), '/x/')

  assert.is(path, '/entries')
  assert.is(query.get('text'), 'tea')
  assert.is(placeIn(new URL('https://example.org/'), '/').path, '/')
})

routing('name the one thing of a place apart from it', () => {
  const id = '0199aaaa-0000-7000-8000-000000000001'
  const { path, id: found } = placeIn(new URL(`https://example.org/x/reports/${id}`), '/x/')

  assert.is(path, '/reports/{id}')
  assert.is(found, id)
})

routing('lose the secret of a mail’s link before anything else is done with it', () => {
  const replaced: unknown[] = []
  Object.assign(globalThis, { history: { replaceState: (...all: unknown[]) => replaced.push(all[2]) } })
  const secret = 'A-_'.padEnd(43, 'b')
  const link = new URL(`https://example.org/verify?locale=en-XA#${secret}`) as unknown as Location

  assert.is(takeSecret(link), secret)
  assert.equal(replaced, ['/verify?locale=en-XA'])
  assert.is(takeSecret(new URL('https://example.org/verify#main') as unknown as Location), undefined)
  assert.is(takeSecret(new URL('https://example.org/') as unknown as Location), undefined)
  assert.is(replaced.length, 2)
})

routing.run()
