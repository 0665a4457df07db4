import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { fixtures } from '../../scripts/samples/reports.ts'
import { formatReport, parseReport } from './report-file.ts'

const files = suite('figures.json')

for (const [name, make] of Object.entries(fixtures)) {
  files(`gives the ${name} report back as it was, and the same text again`, () => {
    const report = make()
    const text = formatReport(report)
    const read = parseReport(text)

    assert.ok(read.ok)
    assert.equal(read.value, report)
    assert.is(formatReport(read.value), text)
  })
}

files('has one text whatever the order in which a report was put together', () => {
  const report = fixtures.weekly?.()
  assert.ok(report)
  const shuffled = Object.fromEntries(Object.entries(report).reverse()) as unknown as typeof report
  assert.is(formatReport(shuffled), formatReport(report))
})

const good = JSON.parse(formatReport((fixtures.one as () => never)()))
const broken: readonly [name: string, at: string, edit: (file: Json) => void][] = [
  ['another format', '/format', (file) => Object.assign(file, { format: 'outlay-report/2' })],
  ['a field of the future', '/report/mood', ({ report }) => Object.assign(report, { mood: 'fine' })],
  ['a missing field', '/report/revision', ({ report }) => void delete report.revision],
  ['another kind', '/report/kind', ({ report }) => Object.assign(report, { kind: 'yearly' })],
  ['a day that is none', '/report/period/end', ({ report }) => Object.assign(report.period, { end: '2026-02-30' })],
  [
    'an amount that is a number',
    '/report/blocks/0/expense',
    ({ report }) => Object.assign(report.blocks[0], { expense: 1250 }),
  ],
  [
    'an amount with a point',
    '/report/entries/0/amount',
    ({ report }) => Object.assign(report.entries[0], { amount: '12.50' }),
  ],
  ['a zero below zero', '/report/blocks/0/net', ({ report }) => Object.assign(report.blocks[0], { net: '-0' })],
  [
    'digits that no currency has',
    '/report/blocks/0/currency/digits',
    ({ report }) => Object.assign(report.blocks[0].currency, { digits: 1 }),
  ],
  [
    'a zone that is none',
    '/report/ledger/timeZone',
    ({ report }) => Object.assign(report.ledger, { timeZone: 'Mars/Base' }),
  ],
  ['a language that is none', '/report/locale', ({ report }) => Object.assign(report, { locale: 'en_US' })],
  ['an object where a list belongs', '/report/entries', ({ report }) => Object.assign(report, { entries: {} })],
  ['nothing where something belongs', '/report/ledger', ({ report }) => Object.assign(report, { ledger: null })],
]
for (const [name, at, edit] of broken) {
  files(`is not read with ${name}`, () => {
    const file = structuredClone(good)
    edit(file)
    assert.equal(parseReport(JSON.stringify(file)), { ok: false, error: { kind: 'bad-report', at } })
  })
}

files('is not read where it is cut off, or something else', () => {
  const text = JSON.stringify(good)
  for (const other of ['', '[]', 'null', '"report"', text.slice(0, -2), `${text}x`]) {
    assert.not(parseReport(other).ok, other.slice(0, 20))
  }
})

files.run()

// biome-ignore lint/suspicious/noExplicitAny: it is edited by name
type Json = any
