import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { hostile, longName, nasty } from '../../../scripts/samples/reports.ts'
import { clean, cleaned } from './clean.ts'

const cleaning = suite('cleaning what people typed')

cleaning('takes away what acts on its surroundings, and keeps what can be read', () => {
  assert.is(clean('\u202eesrever\u202c \u2067isolated\u2069'), 'esrever isolated')
  assert.is(clean('e\u0301clair\u0000 and\u200b \u0007bells\u007f'), 'éclair and bells')
  assert.is(clean('\r\nBcc: everybody@example.org'), 'Bcc: everybody@example.org')
  assert.is(clean('lone \ud800 surrogate'), 'lone \ufffd surrogate')
  assert.is(clean('<b>"bold"</b> & more'), '<b>"bold"</b> & more')
  assert.is(clean(longName), longName)
})

cleaning('keeps a family in one sign, and a word of joined letters whole', () => {
  assert.is(clean('👨‍👩‍👧‍👦'), '👨‍👩‍👧‍👦')
  assert.is(clean('क्\u200dष'), 'क्\u200dष')
})

cleaning('lets marks not pile up', () => {
  assert.is(clean(`Z${'\u0363'.repeat(20)}`).length, 4)
})

cleaning('shuts in what reads from the right, so that figures beside it stay where they are', () => {
  assert.is(clean('مطعم 12'), '\u2068مطعم 12\u2069')
})

cleaning('leaves nothing of nothing', () => {
  assert.is(clean(' \u200b\u0000 '), '')
})

cleaning('never makes a limit on a category one on everything', () => {
  const report = hostile()
  const budgets = report.budgets.map((budget) => ({ ...budget, category: '\u200b' }))
  assert.ok(cleaned({ ...report, budgets }).budgets.every(({ category }) => category === '…'))
})

cleaning('reaches every text of a report', () => {
  const texts: string[] = []
  JSON.stringify(cleaned(hostile()), (name, value: unknown) => {
    // in these fixtures a payee's id is its name
    if (typeof value === 'string' && name !== 'payeeId') texts.push(value)
    return typeof value === 'bigint' ? String(value) : value
  })

  assert.ok(texts.some((text) => text.includes(nasty[0] ?? '?')))
  for (const text of texts) {
    assert.is(text.match(/\p{Cc}|[\u200b\u202a-\u202e\u2066\u2067]|\p{Cs}/gu), null, JSON.stringify(text))
  }
})

cleaning.run()
