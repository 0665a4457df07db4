import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { fixtures } from '../../../scripts/samples/reports.ts'
import { bundledInto } from '../../../tests/support/bundled.ts'
import type { Report } from '../../domain/report.ts'
import { htmlLetters } from '../letters/html-letters.ts'
import { workerLetters } from '../letters/worker-letters.ts'
import { pdfkitSheets } from './pdfkit-sheets.ts'
import { workerSheets } from './worker-sheets.ts'

// below the packages, which it asks for as the local host's worker does
mkdirSync('node_modules/.cache', { recursive: true })
const folder = mkdtempSync(resolve('node_modules/.cache/outlay-drawing-'))

const bundled = (source: string, name: string) =>
  bundledInto(join(folder, name), join(import.meta.dirname, source), { external: ['pdfkit', '@resvg/resvg-wasm'] })

cpSync(join(import.meta.dirname, 'fonts'), join(folder, 'fonts'), { recursive: true })
const file = bundled('draw-worker.ts', 'draw-worker.mjs')
const report = (fixtures.weekly as () => Report)()
const asha = { name: 'Asha', locale: 'en-IE' }
const links = { report: 'https://outlay.example/reports/1', settings: 'https://outlay.example/settings' }

const drawing = suite('the thread that draws')

drawing('draws and writes what this thread would, several at a time', async () => {
  const sheets = workerSheets(file)
  const letters = workerLetters(file)
  const [pdf, again, letter, verification, reset] = await Promise.all([
    sheets.pdf(report),
    sheets.pdf(report),
    letters.report(report, asha, links),
    letters.verification(asha, 'https://outlay.example/verify#1', 30),
    letters.reset(asha, 'https://outlay.example/reset#1', 30),
  ])

  const here = await pdfkitSheets().pdf(report)
  assert.ok(Buffer.from(here).equals(pdf) && Buffer.from(here).equals(again))
  assert.equal(letter.html, (await htmlLetters().report(report, asha, links)).html)
  assert.ok(letter.pictures.length === 2 && letter.pictures.every(({ body }) => body instanceof Uint8Array))
  assert.match(verification.subject, /^Confirm/)
  assert.match(reset.subject, /password/)
})

drawing('says nothing of a report that cannot be drawn, and draws the next', async () => {
  const sheets = workerSheets(file)
  const broken = { ...report, entries: report.entries.slice(1) }
  const error = await sheets.pdf(broken).catch((cause: unknown) => cause)

  assert.instance(error, Error)
  assert.match((error as Error).message, /RangeError$/)
  assert.ok((await sheets.pdf(report)).length > 10_000)
})

drawing('keeps no process alive once it has answered', () => {
  const sheets = bundled('worker-sheets.ts', 'worker-sheets.mjs')
  const program = join(folder, 'program.mjs')
  const given = JSON.stringify(report, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value))
  writeFileSync(
    program,
    `import { workerSheets } from ${JSON.stringify(sheets)}
    const report = JSON.parse(${JSON.stringify(given)}, (_, value) => /^-?\\d+n$/.test(value) ? BigInt(value.slice(0, -1)) : value)
    console.log((await workerSheets(${JSON.stringify(file)}).pdf(report)).length)`,
  )
  const { status, stdout, stderr } = spawnSync(process.execPath, [program], { encoding: 'utf8', timeout: 30_000 })

  assert.is(status, 0, stderr)
  assert.ok(Number(stdout) > 10_000)
})

drawing.after(() => rmSync(folder, { recursive: true }))

drawing.run()
