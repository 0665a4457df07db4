import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { pdfkitSheets } from '../../functions/adapters/pdf/pdfkit-sheets.ts'
import { fixtures } from '../../scripts/samples/reports.ts'
import { asFiles, brokenRules, hasVerapdf, type Pages } from '../support/paper.ts'

const validating = suite('the sheets, asked by veraPDF')

if (hasVerapdf('PDF/A-3a and PDF/UA-1 by veraPDF')) {
  let documents: Pages = {}
  let rules: ReadonlyMap<string, readonly string[]> = new Map()

  validating.before(async () => {
    const sheets = pdfkitSheets()
    const drawn = Object.entries(fixtures).map(async ([name, make]) => [name, await sheets.pdf(make())] as const)
    documents = Object.fromEntries(await Promise.all(drawn))
    const silent = Buffer.from(documents.monthly ?? [])
      .toString('latin1')
      .replace('/Lang (en-IE)', '/Gone (en-IE)')
    const files = asFiles({ ...documents, silent: Buffer.from(silent, 'latin1') })
    rules = brokenRules([...Object.keys(documents), 'silent'].map(files.path), '3a,ua1')
    files.remove()
  })

  for (const name of Object.keys(fixtures)) {
    for (const [flavour, words] of [
      ['3a', 'PDF/A-3a'],
      ['ua1', 'PDF/UA-1'],
    ] as const) {
      validating(`the ${name} report keeps every rule of ${words}`, () => {
        assert.equal(rules.get(`${name} ${flavour}`), [])
      })
    }
  }

  validating('one that does not say its language is found out', () => {
    assert.ok(rules.get('silent ua1')?.some((rule) => rule.includes('7.2 t')))
  })

  validating.run()
}
