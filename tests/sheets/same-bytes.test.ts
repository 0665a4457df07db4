import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { pdfkitSheets } from '../../functions/adapters/pdf/pdfkit-sheets.ts'
import { fixtures } from '../../scripts/samples/reports.ts'

const program = resolve('tests/sheets/draw.ts')
const loader = pathToFileURL(resolve('node_modules/tsx/dist/loader.mjs')).href

/** Everything that is made of every report, by a process of its own. */
function hashes(env: NodeJS.ProcessEnv, cwd: string): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', loader, program], {
    env: { ...process.env, ...env },
    cwd,
    encoding: 'utf8',
  })
  assert.is(status, 0, stderr)
  return stdout
}

const same = suite('one report')

same('is the same bytes in another process, folder, zone and language', () => {
  const here = hashes({ TZ: 'UTC', LANG: 'C', LC_ALL: 'C' }, process.cwd())
  const there = hashes({ TZ: 'Pacific/Kiritimati', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' }, tmpdir())

  assert.is(here.trim().split('\n').length, Object.keys(fixtures).length)
  assert.is(there, here)
})

same('is the same bytes however many were drawn before it', async () => {
  const { monthly, hostile } = fixtures
  assert.ok(monthly && hostile)
  const sheets = pdfkitSheets()
  const first = await sheets.pdf(monthly())
  await sheets.pdf(hostile())
  const [again, beside] = await Promise.all([sheets.pdf(monthly()), sheets.pdf(monthly())])

  assert.ok(Buffer.from(first).equals(again) && Buffer.from(first).equals(beside))
})

same('of another edition is another document', async () => {
  const { one } = fixtures
  assert.ok(one)
  const sheets = pdfkitSheets()
  const ids = [one(), { ...one(), edition: 2 }].map(async (report) => {
    const source = Buffer.from(await sheets.pdf(report)).toString('latin1')
    return /\/ID \[<(\w+)>/.exec(source)?.[1]
  })
  const [first, second] = await Promise.all(ids)

  assert.ok(first && second && first !== second)
})

same.run()
