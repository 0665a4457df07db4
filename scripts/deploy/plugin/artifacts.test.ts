import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { faultsOfArtifact, faultsOfDb2 } from './artifacts.ts'

const folder = mkdtempSync(join(tmpdir(), 'outlay-artifacts-'))
const artifacts = suite('a zip that is to be deployed')
artifacts.after(() => rmSync(folder, { recursive: true }))

/** The entry of a function whose zip has this bundle, and these files beside it. */
function entry(bundle: string, ...beside: readonly string[]) {
  const files = { 'dist/actions/login.js': bundle, ...Object.fromEntries(beside.map((path) => [path, ''])) }
  const bytes = Object.fromEntries(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)]))
  writeFileSync(join(folder, 'login.zip'), zipSync(bytes))
  return { handler: 'dist/actions/login.main', package: { artifact: 'login.zip' } }
}
const asksForPeople = 'require("./drivers/db2.cjs")'
const ours = 'dist/actions/drivers/db2.cjs'

artifacts('has what its bundle asks for', () => {
  assert.equal(faultsOfArtifact('login', entry(asksForPeople, ours), folder), [])
  assert.equal(faultsOfArtifact('login', entry(asksForPeople), folder), [
    'login: its bundle asks for ./drivers/db2.cjs, which its zip does not have.',
  ])
})

artifacts('has IBM’s client where people are in Db2 and the action asks for them', () => {
  const client = 'dist/db2/node_modules/ibm_db/package.json'

  assert.equal(faultsOfDb2('login', entry(asksForPeople, ours, client), folder), [])
  assert.equal(faultsOfDb2('login', entry('exports.main = 1'), folder), [])
  assert.equal(faultsOfDb2('login', entry(asksForPeople, ours), folder), [
    'login: people are in Db2, and its zip has no client for it: run npm run build -- --db2.',
  ])
})

artifacts.run()
