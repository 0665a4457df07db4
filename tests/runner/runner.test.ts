import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const root = fileURLToPath(new URL('../..', import.meta.url))
const runner = fileURLToPath(new URL('../../scripts/test.ts', import.meta.url))

const open = `import { suite } from 'uvu'; import * as assert from 'uvu/assert'; const test = suite('a suite');`
const passing = `${open} test('adds', () => assert.is(1 + 1, 2)); test.run()`

const running = suite('npm test')

running('names what fails, in or outside a test, goes on to the next file and counts everything', async () => {
  const { lines, text, status } = await run({
    'functions/a.test.ts': passing,
    'functions/b.test.ts': `${open} test('differs', () => assert.equal({ a: 1 }, { a: 2 })); test.run()`,
    'functions/c.test.ts': `${open} test('is forgotten', () => assert.ok(false))`,
    'functions/d.test.ts': `${open} test('waits', () => new Promise(() => {})); test.run()`,
    'functions/e.test.ts': `${open} test('leaves', () => process.exit(0)); test.run()`,
    'functions/f.test.ts': `import './nowhere.ts'; ${passing}`,
    'functions/g.test.ts': `${open} test.run()`,
    'functions/h.test.ts': `${open} test.before(() => { throw new Error('unprepared') }); test('x', () => {}); test.run()`,
    'site/i.test.ts': passing,
    'tests/api/j.test.ts.txt': 'not a test',
  })

  const failed = lines.filter((line) => line.startsWith('FAILED'))
  assert.equal(
    failed,
    ['b', 'c', 'd', 'e', 'f', 'g', 'h'].map((name) => `FAILED functions/${name}.test.ts`),
  )
  assert.match(text, /"differs"[\s\S]*--·*"a":·1[\s\S]*\+\+·*"a":·2/)
  assert.match(text, 'No suite of it runs: each needs its .run().')
  assert.match(text, 'It waits for a promise that never settles.')
  assert.match(text, 'It ended the process (exit code 0).')
  assert.match(text, 'nowhere.ts')
  assert.match(text, 'A suite of it has no test.')
  assert.match(text, 'a before hook threw, so that 1 did not run')
  assert.match(text, /^units \(9 files\) {2}2 passed, 7 failed {2}[\d.]+ s$/m)
  assert.is(lines.at(-1), '2 passed, 7 failed')
  assert.is(status, 1)
})

running('ends a file that takes longer than its limit, and what that file has started', async () => {
  const { lines, text, status } = await run(
    {
      'functions/a.test.ts': `${open} test('loops', () => { for (;;); }); test.run()`,
      'functions/b.test.ts': passing,
    },
    ['--limit=1'],
  )

  assert.match(text, /^FAILED functions\/a\.test\.ts\n[\s\S]*It took longer than 1 s\./m)
  assert.is(lines.at(-1), '1 passed, 1 failed')
  assert.is(status, 1)
})

running('runs only what is asked for, each suite of tests/ in its place', async () => {
  const files = { 'tests/clone/a.test.ts': passing, 'scripts/b.test.ts': passing, 'functions/c.test.ts': 'throw 1' }
  const { lines, status } = await run(files, ['clone', 'scripts/'])

  const suites = lines.map((line) => line.replace(/ {2}[\d.]+ s$/, ''))
  assert.equal(suites, [
    'units (1 file)  1 passed',
    'tests/clone/a.test.ts  1 passed',
    'clone (1 file)  1 passed',
    '2 passed, 0 failed',
  ])
  assert.is(status, 0)
})

running('runs two files beside each other where a suite says so', async () => {
  const meeting = (own: string, other: string) => `${open}
    import { existsSync, writeFileSync } from 'node:fs'
    test('meets the other', async () => {
      writeFileSync('${own}', '')
      while (!existsSync('${other}')) await new Promise((resolve) => setTimeout(resolve, 5))
      assert.ok(existsSync('${other}'))
    })
    test.run()`
  const files = { 'tests/crash/a.test.ts': meeting('a', 'b'), 'tests/crash/b.test.ts': meeting('b', 'a') }
  const { lines, status } = await run(files, ['--limit=20'])

  assert.is(lines.at(-1), '2 passed, 0 failed')
  assert.is(status, 0)
})

running('takes a name that is nothing, and an empty tree, for a failure', async () => {
  const [typo, empty] = await Promise.all([
    run({ 'functions/a.test.ts': passing }, ['unit', 'untis']),
    run({ 'functions/a.ts': '' }),
  ])

  assert.match(typo.text, 'No suite and no test file is called "untis".')
  assert.is(typo.lines.at(-1), '1 passed, 1 failed')
  assert.is(typo.status, 1)
  assert.equal(empty.lines, ['Nothing was run.', '0 passed, 1 failed'])
  assert.is(empty.status, 1)
})

running('names what is skipped or left out, and lets it pass only outside CI', async () => {
  const leaveOut = join(root, 'tests/support/left-out.ts')
  const files = {
    'functions/a.test.ts': `${open} test.skip('later', () => {}); test('now', () => {}); test.run()`,
    'functions/b.test.ts': `import { leaveOut } from ${JSON.stringify(leaveOut)}; leaveOut('moon', 'not in sight')`,
  }

  const [here, inCi] = await Promise.all([run(files), run(files, [], { CI: 'true' })])

  assert.equal(here.lines.slice(-3), [
    'skipped: 1 in functions/a.test.ts',
    'left out: moon (not in sight)',
    '1 passed, 0 failed',
  ])
  assert.is(here.status, 0)
  assert.is(inCi.lines.at(-1), '1 passed, 2 failed')
  assert.is(inCi.status, 1)
})

running.run()

/** Runs the runner on a tree that holds just these files. */
async function run(files: Readonly<Record<string, string>>, args: readonly string[] = [], env: NodeJS.ProcessEnv = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'outlay-test-'))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  const settings = { ...process.env, CI: '', FORCE_COLOR: undefined, NO_COLOR: undefined, ...env }
  const { stdout, stderr, status } = await ended(['--import', 'tsx', runner, ...args], { cwd: folder, env: settings })
  rmSync(folder, { recursive: true })
  assert.is(stderr, '')
  return { text: stdout, lines: stdout.trimEnd().split('\n'), status }
}

type Ended = { readonly stdout: string; readonly stderr: string; readonly status: number | null }

function ended(args: readonly string[], options: { cwd: string; env: NodeJS.ProcessEnv }): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, args, options, (_, stdout, stderr) => {
      resolve({ stdout, stderr, status: child.exitCode })
    })
  })
}
