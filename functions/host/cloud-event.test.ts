import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { cloudEventOf } from './cloud-event.ts'

const incoming = (headers: object, body = '') => ({
  method: 'POST',
  path: '/',
  query: '',
  headers: Object.entries(headers),
  body: Buffer.from(body),
})
const attributes = { specversion: '1.0', id: 'e1', type: 'org.example.tick', source: '/alarms' }
const binary = Object.fromEntries(Object.entries(attributes).map(([name, value]) => [`Ce-${name}`, value]))

const reading = suite('reading a CloudEvent')

reading('takes attributes from headers, data from the body', () => {
  const event = cloudEventOf(incoming({ ...binary, 'content-type': 'application/json' }, '{"kind":"weekly"}'))
  assert.equal(event, { id: 'e1', type: 'org.example.tick', data: { kind: 'weekly' } })
})

reading('takes all from one document, with its data as it is or in base64', () => {
  const structured = (more: object) =>
    cloudEventOf(
      incoming(
        { 'content-type': 'application/cloudevents+json; charset=utf-8' },
        JSON.stringify({ ...attributes, ...more }),
      ),
    )
  assert.equal(structured({ data: { a: 1 } })?.data, { a: 1 })
  assert.equal(structured({ data_base64: Buffer.from('{"a":1}').toString('base64') })?.data, { a: 1 })
  assert.equal(structured({})?.data, {})
  assert.is(structured({ data: 'text' }), undefined)
})

reading('keeps the trace', () => {
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'
  assert.is(cloudEventOf(incoming({ ...binary, traceparent }))?.traceparent, traceparent)
})

reading('takes nothing that lacks an attribute, has another version, or carries no object', () => {
  for (const name of Object.keys(binary)) {
    const { [name]: _, ...rest } = binary
    assert.is(cloudEventOf(incoming(rest)), undefined, name)
  }
  assert.is(cloudEventOf(incoming({ ...binary, 'Ce-specversion': '0.3' })), undefined)
  assert.is(cloudEventOf(incoming(binary, '[1]')), undefined)
  assert.is(cloudEventOf(incoming(binary, '{')), undefined)
})

reading.run()
