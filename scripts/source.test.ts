import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

/** A clone stands on its own: nothing in it points at the machine, the folders or the network it was written on. */
const machines = /(?<![\w.}])\/(?:work|tmp|home|root|Users)\/|\.\.\/shared\b/

/** Hosts that code and settings may name: those kept free for examples, this machine, and where standards are read. */
const hosts =
  /^(?:[\w.-]+\.)?(?:example(?:\.(?:com|org|net))?|localhost|127\.0\.0\.1|\[::1\]|aiim\.org|adobe\.com|github\.com|github\.io|opencollective\.com|feross\.org|patreon\.com|w3\.org|json-schema\.org|ietf\.org|rfc-editor\.org|apache\.org|iam\.cloud\.ibm\.com|svc\.cluster\.local|sendgrid\.com|[\w-]+\.invalid)$/

const tree = suite('the tree')

tree('names no path and no host of the machine that it was written on', () => {
  const found = textFiles('').flatMap(({ path, lines }) =>
    lines.filter((line) => machines.test(line) || strangeHosts(line)).map((line) => `${path}: ${line.trim()}`),
  )
  assert.equal(found, [])
})

tree('runs every suite that it declares', () => {
  const forgotten = textFiles('')
    .filter(({ path }) => path.endsWith('.ts'))
    .flatMap(({ path, lines }) => {
      const names = lines.flatMap((line) => /^\s*const (\w+) = suite(?:<.*>)?\(/.exec(line)?.[1] ?? [])
      return names.filter((name) => !lines.some((line) => isUsed(name, line))).map((name) => [path, name])
    })
  assert.equal(forgotten, [])

  function isUsed(name: string, line: string): boolean {
    const inTurn = /^for \(const (\w+) of \[(.*)\]\) \1\.run\(\)$/.exec(line)?.[2]
    return line.includes(`${name}.run()`) || line.trim() === `return ${name}` || !!inTurn?.split(', ').includes(name)
  }
})

tree('waits in a page for what is so, not for a promise, which is true whatever comes of it', () => {
  const hasty = /\bwaitForFunction\(\s*async\b/
  const found = textFiles('').filter(({ path, lines }) => path.endsWith('.ts') && hasty.test(lines.join('\n')))
  assert.equal(
    found.map(({ path }) => path),
    [],
  )
  assert.ok(hasty.test(['waitForFunction(', 'async () => false)'].join('\n  ')))
})

for (const lock of ['package-lock.json', 'functions/adapters/sql/db2/package-lock.json']) {
  tree(`has a ${lock} that npm ci takes: whole, for every platform, and true to no registry`, () => {
    const { packages } = JSON.parse(readFileSync(lock, 'utf8')) as { packages: Record<string, Locked> }
    const named = Object.values(packages).flatMap((one) =>
      Object.keys({ ...one.dependencies, ...one.optionalDependencies }),
    )
    const isLocked = (name: string) => Object.keys(packages).some((path) => path.endsWith(`node_modules/${name}`))

    assert.ok(named.length > 10)
    assert.equal(
      [...new Set(named)].filter((name) => !isLocked(name)),
      [],
    )
    assert.equal(
      Object.keys(packages).filter((path) => packages[path]?.resolved),
      [],
    )
  })
}

tree('would be found out', () => {
  const home = ['', 'home', 'asha', 'outlay'].join('/')
  assert.ok(machines.test(`const data = '${home}'`))
  assert.ok(machines.test(`see ${['..', 'shared'].join('/')}`))
  assert.not(machines.test('/v1/ledgers/{ledger}/work/'))
  assert.ok(strangeHosts(`registry=${['https:', '', 'npm.our-company.net', ''].join('/')}`))
  assert.not(strangeHosts('http://127.0.0.1:8080 and https://outlay.example.org/v1'))
})

tree.run()

function strangeHosts(line: string): boolean {
  return [...line.matchAll(/\bhttps?:\/\/(?:[^\s@/'"]+@)?(\[[\da-f:]+\]|[A-Za-z0-9.-]*[A-Za-z0-9])/g)].some(
    ([, host = '']) => !hosts.test(host),
  )
}

type Names = Readonly<Record<string, string>>
type Locked = { readonly dependencies?: Names; readonly optionalDependencies?: Names; readonly resolved?: string }

type TextFile = { readonly path: string; readonly lines: readonly string[] }

const readable = ['', '.ts', '.mjs', '.mts', '.json', '.yml', '.yaml', '.md', '.css', '.html', '.sql', '.mutant', '.sh']

/** Whatever git would track, without asking git: a clone may come without it. */
function textFiles(folder: string): readonly TextFile[] {
  return readdirSync(folder || '.', { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (/^(node_modules|dist|data|\.git)$/.test(entry.name)) return []
    if (entry.isDirectory()) return textFiles(path)
    if (!entry.isFile() || !readable.includes(extname(entry.name))) return []
    return [{ path, lines: readFileSync(path, 'utf8').split('\n') }]
  })
}
