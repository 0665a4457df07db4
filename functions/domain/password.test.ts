import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { isWeak } from './password.ts'

const passwords = suite('a password')

const asha = 'asha.k@example.org'

passwords('is long enough with eight characters, whichever they are', () => {
  assert.not(isWeak('dkfuwyqn', asha))
  assert.not(isWeak('ein satz mit worten', asha))
  assert.not(isWeak('पासवर्ड सही है', asha))
  assert.ok(isWeak('dkfuwyq', asha))
})

passwords('is counted in characters after composing, not in code units', () => {
  assert.ok(isWeak('🌲🍎🌊🔥', asha))
  assert.ok(isWeak('a\u0301e\u0301i\u0301o\u0301u\u0301', asha))
  assert.not(isWeak('🌲🍎🌊🔥⛰🌻🦉🐝', asha))
})

passwords('has two hundred characters at the most', () => {
  assert.not(isWeak('correct horse '.repeat(14).slice(0, 196), asha))
  assert.ok(isWeak('correct horse '.repeat(15).slice(0, 201), asha))
})

for (const guess of [
  'password',
  'Password123!',
  'PASS WORD',
  '12345678',
  '87654321',
  'abcdefghij',
  'aaaaaaaa',
  'abababab',
  'qwertzuiop',
  'Asha.K@example.org',
  'outlay123',
]) {
  passwords(`is not ${guess}, which is tried first`, () => assert.ok(isWeak(guess, asha)))
}

passwords('is not the name in the address', () => {
  assert.ok(isWeak('bartholomew', 'bartholomew@example.org'))
  assert.not(isWeak('bartholomew', asha))
})

passwords.run()
