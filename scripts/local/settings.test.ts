import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { Sentence } from '../../functions/domain/sentence.ts'
import { keysIn } from './keys.ts'
import { settingsIn } from './settings.ts'

const settings = suite('the settings of the local host')

settings('have defaults', () => {
  const { port, host, data } = settingsIn({})
  assert.equal({ port, host, data }, { port: 8080, host: '127.0.0.1', data: resolve('data') })
})

settings('come from the environment', () => {
  const { port, host, data } = settingsIn({ PORT: '0', HOST: '::', OUTLAY_DATA: '/srv/x' })
  assert.equal({ port, host, data }, { port: 0, host: '::', data: resolve('/srv/x') })
})

settings('take no port that is none', () => {
  for (const PORT of ['x', '80.5', '-1', '65536', '0x50', '1e3']) {
    assert.throws(
      () => settingsIn({ PORT }),
      (error: unknown) => error instanceof Sentence && /PORT/.test(error.message),
    )
  }
})

const keys = suite('the keys in the data folder')
let folder = ''
keys.before.each(() => {
  folder = mkdtempSync(join(tmpdir(), 'outlay-keys-'))
})
keys.after.each(() => rmSync(folder, { recursive: true, force: true }))

keys('are made once, for the eyes of one user', () => {
  const made = keysIn(folder)
  const again = keysIn(folder)

  assert.equal(again, made)
  assert.is(statSync(join(folder, 'keys.json')).mode & 0o777, 0o600)
  assert.ok(readFileSync(join(folder, 'keys.json'), 'utf8').includes(made.publicKeys))
})

keys('are said to be broken, and not made anew', () => {
  for (const text of ['', '{}', '{"privateKey":1,"publicKeys":""}', 'null']) {
    writeFileSync(join(folder, 'keys.json'), text)
    assert.throws(
      () => keysIn(folder),
      (error: unknown) => error instanceof Sentence,
    )
    assert.is(readFileSync(join(folder, 'keys.json'), 'utf8'), text)
  }
})

keys('that may not be read are a sentence', () => {
  writeFileSync(join(folder, 'keys.json'), '{}')
  chmodSync(join(folder, 'keys.json'), 0o000)
  assert.throws(
    () => keysIn(folder),
    (error: unknown) => error instanceof Sentence,
  )
})

settings.run()
keys.run()
