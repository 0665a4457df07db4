import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { loadIbmDb } from './client.ts'

const client = suite('the driver of Db2')
let home = ''

client.before.each(() => {
  home = mkdtempSync(join(tmpdir(), 'outlay-db2-client-'))
})
client.after.each(() => rmSync(home, { recursive: true }))

/** A driver, or what is left of one, as the install program puts it below `home`. */
function put(code: string): void {
  const folder = join(home, 'dist/db2/node_modules/ibm_db')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'index.js'), code)
}

client('that is nowhere is asked for in one sentence', () => {
  assert.throws(
    () => loadIbmDb(home),
    (error: Error) =>
      error.name === 'Sentence' &&
      error.message ===
        'Db2 is configured but its driver is not here: run `npm run db2:install`, and for functions `npm run build -- --db2`.',
  )
})

client('whose native client is missing says so in one sentence, with the loader’s reason', () => {
  put(`throw new Error('libdb2.so.1: cannot open shared object file\\nRequire stack:\\n- elsewhere')`)

  assert.throws(
    () => loadIbmDb(home),
    (error: Error) =>
      error.name === 'Sentence' &&
      error.message ===
        `The Db2 driver in ${join(home, 'dist/db2')} cannot be loaded (libdb2.so.1: cannot open shared object file): run \`npm run db2:install\` again.`,
  )
})

client('is found in a folder above', () => {
  put('exports.Database = class {}')

  assert.type(loadIbmDb(join(home, 'dist/actions/drivers')).Database, 'function')
})

client.run()
