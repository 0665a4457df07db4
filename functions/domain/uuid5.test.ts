import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { isUuid } from './ids.ts'
import { uuid5 } from './uuid5.ts'

const names = suite('a UUID made from a name')

const dns = '6ba7b810-9dad-11d1-80b4-00c04fd430c8'

names('is the one of the examples (RFC 9562, Python)', () => {
  assert.is(uuid5(dns, 'www.example.com'), '2ed6657d-e927-568b-95e1-2665a8aea6a2')
  assert.is(uuid5(dns, 'python.org'), '886313e1-3b8a-5372-9b90-0c9aee199e5d')
})

names('is what another SHA-1 makes of any name, of any length', () => {
  const seed = Number(process.env.SEED ?? Date.now())
  const same = (namespace: string, name: string) => {
    const made = uuid5(namespace, name)
    const bytes = createHash('sha1')
      .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
      .update(name)
      .digest()
    bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6)
    bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
    assert.is(made.replaceAll('-', ''), bytes.subarray(0, 16).toString('hex'))
    assert.ok(isUuid(made))
  }
  const name = fc.string({ unit: 'grapheme', maxLength: 200 })
  fc.assert(fc.property(fc.uuid(), name, same), { numRuns: 300, seed })
})

names.run()
