import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { randomSecrets } from './secrets.ts'

const secrets = suite('secrets')

secrets('are 256 random bits that fit into a cookie', () => {
  const made = Array.from({ length: 50 }, () => randomSecrets.make().secret)

  assert.is(new Set(made).size, 50)
  for (const secret of made) assert.match(secret, /^[\w-]{43}$/)
})

secrets('are stored as their SHA-256', () => {
  assert.is(randomSecrets.hashOf('abc'), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  const { secret, hash } = randomSecrets.make()
  assert.is(hash, randomSecrets.hashOf(secret))
})

secrets('follow from the one before and the salt, and from nothing less', () => {
  const [first, other, salt] = [randomSecrets.make().secret, randomSecrets.make().secret, randomSecrets.make().secret]
  const next = randomSecrets.next(first, salt)

  assert.equal(randomSecrets.next(first, salt), next)
  assert.is(next.hash, randomSecrets.hashOf(next.secret))
  assert.is.not(randomSecrets.next(other, salt).secret, next.secret)
  assert.is.not(randomSecrets.next(first, other).secret, next.secret)
})

secrets.run()
