import { readdirSync, readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { buildSite, type SiteFiles } from '../../scripts/build/site.ts'

let files: SiteFiles = {}
let scripts = ''

const bundle = suite('the built site')
bundle.before(async () => {
  const site = await buildSite()
  files = site.files
  scripts = textOf('.js')
})

bundle('has nothing of the server in it', () => {
  const names = ['valibot', 'strictObject', 'safeParse', 'kysely', 'libsql', 'node:', 'process.env', 'argon2', 'TOKEN_']
  const ofTables = ['ledger_id', 'valid_from_ms', 'email_key', 'INSERT INTO']

  assert.equal(
    [...names, ...ofTables].filter((name) => scripts.includes(name)),
    [],
  )
})

bundle('asks no one else for anything', () => {
  const addresses = [...`${scripts}${textOf('.css')}${textOf('.html')}`.matchAll(/\bhttps?:\/\/[^\s"'`)]+/g)]
  const others = addresses.map(([address]) => address).filter((address) => !address.startsWith('http://www.w3.org/'))

  assert.equal(others, [])
})

bundle('has no script and no style in its page, so that the policy can forbid them', () => {
  const page = readFileSync('site/index.html', 'utf8')

  assert.not.match(page, /<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/)
  for (const file of readdirSync('site', { recursive: true, encoding: 'utf8' }))
    if (file.endsWith('.ts')) assert.not.match(readFileSync(`site/${file}`, 'utf8'), /\s(?:style|on[a-z]+)=/, file)
  assert.not.match(scripts, /dangerouslySetInnerHTML["']?[=:]/)
})

bundle('names every file in its page; what it lies under is left to who serves it', () => {
  const page = Buffer.from(files['/index.html']?.body ?? '', 'base64').toString()
  const named = [...page.matchAll(/(?:href|src)="(assets\/[^"]+)"/g)].map(([, path]) => `/${path}`)

  assert.equal(
    named.filter((path) => !(path in files)),
    [],
  )
  assert.equal(page.match(/%\w+%/g), ['%BASE%'])
})

bundle('carries its templates as calls', () => {
  assert.equal(scripts.match(/.{20}<\/\w+>.{20}/g), null)
})

bundle('has what knows the rules of what waits, and leaves it out of what comes first', () => {
  const [name = '', ...others] = Object.keys(files).filter((path) => path.startsWith('/assets/meanwhile-'))
  const page = Buffer.from(files['/index.html']?.body ?? '', 'base64').toString()

  assert.equal(others, [])
  assert.ok(scripts.includes(`import("./${name.slice('/assets/'.length)}")`))
  assert.not.match(page, name)
})

bundle('keeps the token out of every store', () => {
  const kept = [...scripts.matchAll(/(?:local|session)Storage\.setItem/g)]

  assert.is(kept.length, 1)
  assert.not.match(scripts, /document\.cookie/)
})

bundle.run()

function textOf(ending: string): string {
  const chosen = Object.entries(files).filter(([path]) => path.endsWith(ending))
  return chosen.map(([, { body }]) => Buffer.from(body, 'base64').toString()).join('\n')
}
