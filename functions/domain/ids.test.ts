import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { isUuid, type LedgerId, parseId } from './ids.ts'

const ids = suite('ids')

ids('take a UUID of any version, in lower case', () => {
  const v7 = '0199a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b'

  const id: LedgerId | undefined = parseId<LedgerId>(v7)

  assert.is(id, v7)
  assert.ok(isUuid('74738ff5-5367-5958-9aee-98fffdcd1876'))
})

ids('have one spelling', () => {
  for (const text of [
    '',
    'default',
    '0199A1B2-c3d4-7e5f-8a6b-7c8d9e0f1a2b',
    '{0199a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b}',
    '0199a1b2c3d47e5f8a6b7c8d9e0f1a2b',
    '0199a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b\n',
    ' 0199a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b',
  ]) {
    assert.is(parseId<LedgerId>(text), undefined, text)
  }
})

ids.run()
