import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { htmlLetters } from '../../functions/adapters/letters/html-letters.ts'
import { pdfkitSheets } from '../../functions/adapters/pdf/pdfkit-sheets.ts'
import type { Report } from '../../functions/domain/report.ts'
import { formatReport } from '../../functions/domain/report-file.ts'
import { buildDrivers, zipOf } from '../../scripts/build/actions.ts'
import { fixtures } from '../../scripts/samples/reports.ts'
import { startContainer } from '../support/runtime.ts'
import { zipsBuilt } from '../support/zips.ts'

const report = (fixtures.monthly as () => Report)()
const links = { report: 'https://outlay.example/reports/1', settings: 'https://outlay.example/settings' }

const drawing = suite('drawing in an action')

drawing('makes the bytes that the sources make, in an empty folder', async () => {
  const { zip, bundle, externals } = await zipOf('draw', 'tests/zips/draw-action.ts', { drivers: await buildDrivers() })
  const container = await startContainer()
  try {
    const code = Buffer.from(zip).toString('base64')
    const begun = await container.init({ name: 'draw', main: 'main', binary: true, code, env: {} })
    assert.is(begun.status, 200, JSON.stringify(begun.result))
    const { result } = await container.run({ figures: formatReport(report) })
    const drawn = result as { readonly pdf: string; readonly html: string; readonly pictures: readonly string[] }
    const pdf = await pdfkitSheets().pdf(report)
    const letter = await htmlLetters().report(report, { name: 'Asha', locale: 'en-IE' }, links)

    assert.ok(Buffer.from(drawn.pdf ?? '', 'base64').equals(pdf), JSON.stringify(result).slice(0, 500))
    assert.is(drawn.html, letter.html)
    assert.equal(
      drawn.pictures,
      letter.pictures.map(({ body }) => Buffer.from(body).toString('base64')),
    )
  } finally {
    container.stop()
  }
  assert.equal(externals, [])
  assert.ok(bundle < 60 * 1024, `${bundle} bytes before anything is drawn`)
})

drawing('is carried by the report job alone; who writes letters carries what writes them', async () => {
  await zipsBuilt()
  const carries = (name: string) => Object.keys(unzipSync(readFileSync(`dist/actions/${name}.zip`))).join(' ')

  for (const part of ['sheets.cjs', 'pictures.cjs', 'index_bg.wasm', 'Inter-Regular.ttf', 'sRGB_IEC61966_2_1.icc'])
    assert.ok(carries('report-job').includes(part), part)
  assert.ok(carries('register').includes('letters.cjs'))
  for (const name of ['register', 'transactions', 'insights', 'reports'])
    assert.not.match(carries(name), /sheets|pictures|wasm|ttf|icc/)
})

drawing.run()
