import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { callerOf } from './caller.ts'

const address = (forwarded: string) => callerOf({ id: 'r', headers: { 'x-forwarded-for': forwarded } }).address

const callers = suite('where a caller is')

callers('is what our outermost proxy saw, whatever the caller put before it', () => {
  assert.is(address('203.0.113.7'), '203.0.113.7')
  assert.is(address('198.51.100.1, 203.0.113.7'), '203.0.113.7')
  assert.is(address('198.51.100.1, 203.0.113.7, 10.0.3.4, 172.30.0.9'), '203.0.113.7')
  assert.is(address('2001:DB8::7, fd00::1'), '2001:db8::7')
  assert.is(address('203.0.113.7, _proxy'), '203.0.113.7')
})

callers('is the last hop where all of them are private', () => {
  assert.is(address('192.168.1.5'), '192.168.1.5')
  assert.is(address('127.0.0.1, ::1'), '::1')
})

callers('is unknown rather than made of rubbish', () => {
  for (const rubbish of ['', ' , ', 'unknown', '<script>', 'a'.repeat(4000)]) assert.is(address(rubbish), 'unknown')
})

callers('come with their browser, cut to what a store takes, and their origin', () => {
  const caller = callerOf({ id: 'r1', headers: { 'user-agent': 'x'.repeat(300), origin: 'null' } })
  assert.is(caller.agent.length, 255)
  assert.is(caller.origin, 'null')
  assert.is(caller.requestId, 'r1')
  assert.not.ok('origin' in callerOf({ id: 'r', headers: {} }))
})

callers.run()
