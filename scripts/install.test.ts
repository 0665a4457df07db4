import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { checkNode, ensure } from './install.mjs'

/** In the place of npm: notes how it was called and leaves the list that npm leaves, or fails as it does offline. */
const stub = `
const fs = require('fs')
fs.appendFileSync('calls', process.argv.slice(2).join(' ') + '\\n')
if (fs.existsSync('offline')) { console.error('npm error code ENOTFOUND'); process.exit(1) }
const { packages } = JSON.parse(fs.readFileSync('package-lock.json', 'utf8'))
const isLeft = ([, entry]) => entry.os || (process.argv.includes('--omit=dev') && entry.dev)
fs.mkdirSync('node_modules', { recursive: true })
fs.writeFileSync('node_modules/.package-lock.json',
  JSON.stringify({ packages: Object.fromEntries(Object.entries(packages).filter((one) => !isLeft(one))) }))
`

const packages = {
  '': { version: '0.1.0' },
  'node_modules/kysely': { version: '0.28.18' },
  'node_modules/tsx': { version: '4.23.15', dev: true },
  'node_modules/@esbuild/elsewhere': { version: '0.28.2', optional: true, os: ['elsewhere'] },
}

const installing = suite('installing')

installing.before.each((needs) => {
  const folder = mkdtempSync(join(tmpdir(), 'outlay install '))
  writeFileSync(join(folder, 'npm-cli.js'), stub)
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages }))
  needs.npm = process.env.npm_execpath
  process.env.npm_execpath = join(folder, 'npm-cli.js')
  needs.folder = folder
})

installing.after.each(({ folder, npm }) => {
  process.env.npm_execpath = npm ?? ''
  rmSync(folder, { recursive: true })
})

installing('happens once', ({ folder }) => {
  ensure({ dev: false, folder })
  ensure({ dev: false, folder })

  assert.is(calls(folder).length, 1)
  assert.match(calls(folder)[0] ?? '', /^ci --omit=dev /)
})

installing('for development comes on top of that for a start, and serves a start too', ({ folder }) => {
  ensure({ dev: false, folder })
  ensure({ dev: true, folder })
  ensure({ dev: false, folder })

  assert.is(calls(folder).length, 2)
  assert.match(calls(folder)[1] ?? '', /^ci --include=dev /)
})

installing('happens again when the lock file has changed', ({ folder }) => {
  ensure({ dev: true, folder })
  const newer = { ...packages, 'node_modules/kysely': { version: '0.28.19' } }
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages: newer }))
  ensure({ dev: true, folder })

  assert.is(calls(folder).length, 2)
})

installing('leaves alone what somebody has installed by hand', ({ folder }) => {
  mkdirSync(join(folder, 'node_modules'))
  writeFileSync(join(folder, 'node_modules', '.package-lock.json'), JSON.stringify({ packages }))
  ensure({ dev: true, folder })

  assert.is(calls(folder).length, 0)
})

installing('that fails says why in a sentence, and is tried again', ({ folder }) => {
  writeFileSync(join(folder, 'offline'), '')
  assert.throws(() => ensure({ dev: false, folder }), /the package registry cannot be reached \(ENOTFOUND\)/)
  rmSync(join(folder, 'offline'))
  ensure({ dev: false, folder })

  assert.is(calls(folder).length, 2)
})

installing('needs a Node that is not too old', () => {
  assert.throws(() => checkNode('18.20.4'), 'Outlay needs Node 20 or later; this is Node 18.20.4.')
  checkNode('20.0.0')
  checkNode('100.1.0')
})

installing.run()

function calls(folder: string): readonly string[] {
  const file = join(folder, 'calls')
  return existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : []
}
