import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const starting = suite<{ folder: string; file: string; compiled: string }>('what the engine has compiled')

starting.before.each((at) => {
  at.folder = mkdtempSync(join(tmpdir(), 'outlay-compiled-'))
  at.file = join(at.folder, 'program.cjs')
  at.compiled = join(at.folder, 'program.compiled')
  writeFileSync(join(at.folder, 'late.cjs'), 'module.exports = 7')
  writeFileSync(at.file, `exports.told = () => Promise.resolve().then(() => [require('./late.cjs'), __filename])`)
})
starting.after.each(({ folder }) => rmSync(folder, { recursive: true }))

starting('is kept when that is asked for, and the program is the same by it', ({ file, compiled }) => {
  assert.equal(told(file, compiled, false), [7, file])
  assert.not(existsSync(compiled))

  assert.equal(told(file, compiled), [7, file])
  const kept = readFileSync(compiled)
  assert.equal(told(file, compiled), [7, file])
  assert.ok(readFileSync(compiled).equals(kept))
})

starting('is made anew where it is another engine’s', ({ file, compiled }) => {
  told(file, compiled)
  const kept = readFileSync(compiled)
  // the second word tells the engine's version
  const anothers = Buffer.from(kept.map((byte, place) => (place >= 4 && place < 8 ? byte ^ 255 : byte)))
  writeFileSync(compiled, anothers)

  assert.equal(told(file, compiled), [7, file])
  assert.ok(readFileSync(compiled).subarray(0, 8).equals(kept.subarray(0, 8)))
})

starting('is done without where it cannot be written', ({ folder, file }) => {
  assert.equal(told(file, join(folder, 'nowhere', 'program.compiled')), [7, file])
})

starting.run()

/** What the program tells in a process of its own: within one the engine remembers by itself. */
function told(file: string, compiled: string, keeps = true): unknown {
  const loader = pathToFileURL(resolve('scripts/compiled.mjs')).href
  const script = `import { load } from '${loader}'
    const { program, keep } = load(${JSON.stringify(file)}, ${JSON.stringify(compiled)})
    console.log(JSON.stringify(await program.told()))
    if (${keeps}) keep()`
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
  assert.is(stderr, '')
  return JSON.parse(stdout)
}
