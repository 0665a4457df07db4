import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { acceptableOrigin, readRefresh, refreshCookie } from './cookies.ts'

const secret = 'q'.repeat(43)
const ownHost = 'https://outlay.example.org'
const shared = 'https://gw.example.org/outlay'
const loopback = 'http://localhost:8080'

const setting = suite('setting the refresh cookie')

setting('binds it to a host of our own', () => {
  const cookie = refreshCookie(ownHost, secret, 2_592_000.7)
  assert.is(cookie, `__Host-outlay=${secret}; Path=/; Max-Age=2592000; HttpOnly; SameSite=Strict; Secure`)
})

setting('keeps it to our path on a shared host', () => {
  const cookie = refreshCookie(`${shared}/`, secret, 60)
  assert.is(
    cookie,
    `__Secure-outlay=${secret}; Path=/outlay/v1/sessions; Max-Age=60; HttpOnly; SameSite=Strict; Secure`,
  )
})

setting('does without Secure on plain http, where a browser would not take it', () => {
  assert.is(refreshCookie(loopback, secret, 60), `outlay=${secret}; Path=/; Max-Age=60; HttpOnly; SameSite=Strict`)
})

setting('takes it away under the same name and path', () => {
  assert.match(refreshCookie(ownHost, undefined, 60), /^__Host-outlay=; Path=\/; Max-Age=0;/)
  assert.match(refreshCookie(shared, undefined, 60), /^__Secure-outlay=; Path=\/outlay\/v1\/sessions; Max-Age=0;/)
})

const reading = suite('reading the refresh cookie')

reading('finds it among others', () => {
  assert.is(readRefresh(loopback, `a=1; outlay=${secret}; b=2`), secret)
  assert.is(readRefresh(ownHost, `__Host-outlay=${secret}`), secret)
})

reading('does not take one by another name: a neighbour on the host could have set it', () => {
  assert.is(readRefresh(ownHost, `outlay=${secret}; __Secure-outlay=${secret}; x__Host-outlay=${secret}`), undefined)
  assert.is(readRefresh(shared, `__Host-outlay=${secret}`), undefined)
})

reading('takes nothing that is no secret of ours', () => {
  for (const cookie of [undefined, '', 'outlay=', 'outlay=short', `outlay=${'q'.repeat(300)}`, 'outlay="a b"']) {
    assert.is(readRefresh(loopback, cookie), undefined)
  }
})

const origins = suite('the origin of a refresh')

origins('is a page of ours, or a program that names none', () => {
  assert.ok(acceptableOrigin(ownHost, undefined))
  assert.ok(acceptableOrigin(ownHost, 'https://outlay.example.org'))
  assert.ok(acceptableOrigin(shared, 'https://gw.example.org'))
  assert.ok(acceptableOrigin(loopback, 'http://127.0.0.1:8080'))
  assert.ok(acceptableOrigin(loopback, 'http://[::1]:8080'))
})

origins('is no other scheme, host or port, and not a sandbox', () => {
  for (const origin of ['null', '', 'http://outlay.example.org', 'https://example.org', `${ownHost}:8443`]) {
    assert.not.ok(acceptableOrigin(ownHost, origin), origin)
  }
  assert.not.ok(acceptableOrigin(loopback, 'http://127.0.0.1:8081'))
})

setting.run()
reading.run()
origins.run()
