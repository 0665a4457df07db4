import * as fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { isEmail, normalEmail } from './email.ts'

const spelling = suite('the spelling of an address')

spelling('knows no case, no space around it and no second way to write an accent', () => {
  assert.is(normalEmail('  Asha@Example.ORG '), 'asha@example.org')
  assert.is(normalEmail('Rene\u0301@example.org'), 'ren\u00e9@example.org')
})

spelling('does not change a second time', () => {
  const seed = Number(process.env.SEED ?? Date.now())
  const again = (text: string) => assert.is(normalEmail(normalEmail(text)), normalEmail(text))
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), again), { numRuns: 300, seed })
})

spelling.run()

const addresses = suite('an address')

const good = [
  'asha@example.org',
  'asha.k+outlay@mail.example.co.in',
  "o'neil_1@a.io",
  '用户@例子.公司',
  `${'a'.repeat(64)}@example.org`,
]
for (const address of good) addresses(`may be ${address.slice(0, 30)}`, () => assert.ok(isEmail(address)))

const bad = [
  '',
  'asha',
  'asha@',
  '@example.org',
  'asha@localhost',
  'asha@@example.org',
  'a@b@example.org',
  'asha k@example.org',
  'asha@exam ple.org',
  'asha <asha@example.org>',
  '"asha"@example.org',
  'asha@example.org,ben@example.org',
  '.asha@example.org',
  'asha.@example.org',
  'a..b@example.org',
  'asha@.example.org',
  'asha@example..org',
  'asha@-example.org',
  'asha@example.org-',
  'asha@127.0.0.1',
  'asha@[127.0.0.1]',
  'asha\u0000@example.org',
  'asha\u200b@example.org',
  `${'a'.repeat(65)}@example.org`,
  `a@${'b'.repeat(64)}.org`,
  `a@${'b.'.repeat(126)}org`,
]
for (const address of bad) {
  addresses(`may not be ${JSON.stringify(address.slice(0, 40))}`, () => assert.not(isEmail(address)))
}

addresses.run()
