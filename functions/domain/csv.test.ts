import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { csvRecords } from '../../tests/support/csv-records.ts'
import { csvLine, listCell, listIn, unguard } from './csv.ts'

const runs = { numRuns: 300, seed: Number(process.env.SEED ?? Date.now()) }

const writing = suite('a line of CSV')

writing('ends as RFC 4180 says, and quotes what would break it', () => {
  assert.is(
    csvLine(['2026-03-15', 'Tea, green', 'say "hi"', 'two\nlines', '']),
    '2026-03-15,"Tea, green","say ""hi""","two\nlines",\r\n',
  )
})

writing('keeps spaces at the ends of a text', () => {
  assert.is(csvLine([' a ', 'b']), '" a ",b\r\n')
})

writing('is no formula to a spreadsheet', () => {
  for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '＝1', "'=1"]) assert.is(csvLine([text]), `'${text}\r\n`)
  assert.is(csvLine(['\t=1']), "'\t=1\r\n")
  assert.is(csvLine(['=HYPERLINK("x","y")']), '"\'=HYPERLINK(""x"",""y"")"\r\n')
})

writing('leaves our own numbers alone, but only numbers', () => {
  assert.is(csvLine([{ number: '-3.05' }, { number: '12' }]), '-3.05,12\r\n')
  assert.is(csvLine([{ number: '-3+cmd' }]), "'-3+cmd\r\n")
})

writing('gives every text back to a reader', () => {
  const nasty = fc.stringMatching(/^['=+\-@\t\r\n",; a＝]{0,8}$/)
  const cells = fc.array(fc.oneof(nasty, fc.string({ unit: 'binary' })), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(fc.array(cells, { minLength: 1, maxLength: 5 }), (lines) => {
      assert.equal(
        csvRecords(lines.map(csvLine).join('')).map((line) => line.map(unguard)),
        lines,
      )
    }),
    runs,
  )
})

writing('keeps the texts of a list apart, whatever is in them', () => {
  assert.is(listCell(['home', 'a;b', '\\']), 'home;a\\;b;\\\\')
  assert.equal(listIn(''), [])
  const nasty = fc.stringMatching(/^[;\\ =\n"a]{1,8}$/)
  const texts = fc.array(fc.oneof(nasty, fc.string({ unit: 'grapheme', minLength: 1 })), { maxLength: 10 })
  fc.assert(
    fc.property(texts, (list) => assert.equal(listIn(listCell(list)), list)),
    runs,
  )
})

writing.run()
