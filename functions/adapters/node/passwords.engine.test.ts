import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { bundledInto } from '../../../tests/support/bundled.ts'
import type { Passwords } from '../../ports/passwords.ts'
import { argonPasswords } from './passwords.ts'

const folder = mkdtempSync(join(tmpdir(), 'outlay-passwords-'))

const bundled = (source: string, name: string) => bundledInto(join(folder, name), join(import.meta.dirname, source))

const workerFile = bundled('hash-worker.ts', 'hash-worker.mjs')

const ways: { readonly [where: string]: Passwords } = {
  'in this thread': argonPasswords(),
  'in a worker': argonPasswords(workerFile),
}

for (const [where, passwords] of Object.entries(ways)) {
  const hashing = suite(`passwords ${where}`)

  hashing('are hashed by Argon2id with 19 MiB, t=2, p=1 and a salt each', async () => {
    const [one, two] = [await passwords.hash('correct horse'), await passwords.hash('correct horse')]

    assert.match(one, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
    assert.is.not(one, two)
  })

  hashing('are known again, and no others', async () => {
    const hash = await passwords.hash('correct horse')

    assert.is(await passwords.verify('correct horse', hash), true)
    assert.is(await passwords.verify('correct horsf', hash), false)
  })

  hashing('are the same however an accent is composed', async () => {
    assert.is(await passwords.verify('cafe\u0301 noir', await passwords.hash('caf\u00e9 noir')), true)
  })

  hashing('can be pretended, in a crowd too', async () => {
    const hash = await passwords.hash('correct horse')
    const crowd = [
      passwords.pretend('whatever'),
      passwords.verify('correct horse', hash),
      passwords.pretend('anything'),
    ]

    assert.equal(await Promise.all(crowd), [undefined, true, undefined])
  })

  hashing('of a hash that is none are breakage, and the next is computed all the same', async () => {
    const hash = await passwords.hash('correct horse')
    const broken = await passwords.verify('correct horse', 'no hash').then(
      () => 'answered',
      () => 'thrown',
    )

    assert.is(broken, 'thrown')
    assert.is(await passwords.verify('correct horse', hash), true)
  })

  hashing.run()
}

const worker = suite('the worker that hashes')

worker('keeps no process alive once it has answered', () => {
  const passwords = bundled('passwords.ts', 'passwords.mjs')
  const program = join(folder, 'program.mjs')
  writeFileSync(
    program,
    `import { argonPasswords } from ${JSON.stringify(passwords)}
    console.log(await argonPasswords(${JSON.stringify(workerFile)}).hash('correct horse'))`,
  )
  const { status, stdout } = spawnSync(process.execPath, [program], { encoding: 'utf8', timeout: 30_000 })

  assert.is(status, 0)
  assert.match(stdout, /^\$argon2id\$/)
})

worker('that cannot be started is breakage', async () => {
  const passwords = argonPasswords(join(folder, 'nothing.mjs'))
  const broken = await passwords.pretend('whatever').then(
    () => 'answered',
    () => 'thrown',
  )

  assert.is(broken, 'thrown')
})

worker.after(() => rmSync(folder, { recursive: true }))

worker.run()
