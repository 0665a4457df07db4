import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { book } from '../../tests/browser/desk.ts'
import { irish, toldFile } from '../../tests/support/told-file.ts'
import { linesOf } from './lines.ts'
import { openFile } from './open-file.ts'
import { readDay } from './read-day.ts'

const reading = suite('reading a file of a bank')
const [account] = book.accounts
const bytes = (text: string) => new TextEncoder().encode(text)

/** Day, kind, amount and payee of every line as it is guessed, and what is wrong with the others. */
function told(...file: Parameters<typeof toldFile>) {
  const { found, unread } = toldFile(...file)
  return [
    ...found.map(({ draft: { day, kind, amount, payee = '' } }) => `${day} ${kind} ${amount} ${payee}`.trim()),
    ...unread,
  ]
}

reading('finds semicolons, German days and decimals, and words of an older Windows', () => {
  const text = [
    '"Auftragskonto";"Buchungstag";"Verwendungszweck";"Beguenstigter/Zahlungspflichtiger";"Betrag";"Waehrung"',
    '"DE00";"02.03.26";"Brot";"M\u00fchlb\u00e4ckerei";"-3,20";"EUR"',
    '"DE00";"27.03.26";"Gehalt";"Tern & Partners";"2.960,00";"EUR"',
  ].join('\r\n')
  const windows = Uint8Array.from(text, (character) => character.charCodeAt(0))

  assert.equal(told(windows), ['2026-03-02 expense 3.20 Mühlbäckerei', '2026-03-27 income 2960.00 Tern & Partners'])
})

reading('tells months from days by all lines together', () => {
  const file = (second: string) => `Date,Description,Amount\n03/04/2026,Tea,-2.50\n${second},Rent,"-1,120.00"\n`

  assert.equal(told(file('03/25/2026')), ['2026-03-04 expense 2.50 Tea', '2026-03-25 expense 1120.00 Rent'])
  assert.equal(told(file('25/03/2026')), ['2026-04-03 expense 2.50 Tea', '2026-03-25 expense 1120.00 Rent'])
  // where both would do, as the country writes
  assert.equal(told(file('05/04/2026')).at(0), '2026-04-03 expense 2.50 Tea')
  assert.equal(told(file('05/04/2026'), { order: 'mdy', sign: '.' }).at(0), '2026-03-04 expense 2.50 Tea')
})

reading('takes money in and money out from columns of their own', () => {
  const file = [
    'Date\tDetails\tPaid out\tPaid in\tBalance',
    '2026-03-02\tMill Lane Bakery\t3.20\t\t100.00',
    '2026-03-03\tTern & Partners\t\t2960.00\t3060.00',
    '2026-03-04\tboth\t1.00\t2.00\t3061.00',
    '2026-03-05\tneither\t\t\t3061.00',
  ].join('\n')

  assert.equal(told(file), ['2026-03-02 expense 3.20', '2026-03-03 income 2960.00', '4: both', '5: amount'])
})

reading('needs no names of columns', () => {
  assert.equal(told('2026-03-02,Tea,-2.50\n2026-03-03,Rent,-1120.00\n'), [
    '2026-03-02 expense 2.50',
    '2026-03-03 expense 1120.00',
  ])
})

reading('says of each line what is wrong with it', () => {
  const file =
    'Date,Payee,Amount\n30.02.2026,a,-1.00\n01.03.2026,b,much\n02.03.2026,c,0.00\n03.03.2026,d,1.005\n04.03.2026,e,5'
  assert.equal(told(file), ['2026-03-04 income 5.00 e', '2: day', '3: amount', '4: zero', '5: amount'])
})

reading('refuses an amount that may be read in two ways', () => {
  const dinars = account && { ...account, currency: 'BHD', balance: '0.000' }
  const file = (...amounts: string[]) => ['Date;Amount', ...amounts.map((one) => `2026-03-02;${one}`)].join('\n')
  const amounts = file('1.250', '1,250', '0,250', '1,250.500', '1,250,000')

  assert.equal(told(amounts, irish, dinars), [
    '2026-03-02 income 1.250',
    '2026-03-02 income 1250.500',
    '2026-03-02 income 1250000.000',
    '3: amount',
    '4: amount',
  ])
  assert.equal(told(file('1.250', '1,250'), { ...irish, sign: ',' }, dinars), ['2026-03-02 income 1.250', '2: amount'])
  // two decimals are no thousands, whatever the other lines have
  assert.equal(told(file('2.50', '3.20', '12,50')), ['2026-03-02 income 2.50', '2026-03-02 income 3.20', '4: amount'])
})

reading('keeps line ends and quotes within quotes, and empty lines are none', () => {
  const file = 'Date,Payee,Amount\n\n"2026-03-02","The ""Hat""\nand Coat",(12.50)\n\n'
  assert.equal(told(file), ['2026-03-02 expense 12.50 The "Hat" and Coat'])
})

reading('leaves out of its texts what no ledger takes', () => {
  const [much, more] = [`${'é'.repeat(119)}😀`, `${'é'.repeat(999)}😀`]
  const lines = [`Tern \u0096 Mill,a\u0007b,${'x'.repeat(39)}😀`, `${much},${more},`]
  const file = `Date,Payee,Note,Tags,Amount\n${lines.map((line) => `2026-03-02,${line},-1\n`).join('')}`
  const opened = openFile('file.csv', bytes(file), account, irish)
  if (!opened.ok || !opened.value.choice) throw new Error('no table')

  const { found } = linesOf(opened.value.rows, opened.value.choice, book)
  assert.equal(
    found.map(({ draft: { payee, note, tags } }) => [payee, note, tags]),
    [
      ['Tern Mill', 'a b', ['x'.repeat(39)]],
      ['é'.repeat(119), 'é'.repeat(999), undefined],
    ],
  )
})

reading('refuses what is no table', () => {
  assert.equal(told('PK\u0003\u0004\u0014\u0000\u0000'), ['no-table'])
  assert.equal(told('<?xml version="1.0"?><a,b>'), ['no-table'])
  assert.equal(told('one column\nonly'), ['no-table'])
  assert.equal(told(''), ['no-table'])
})

reading('gives the same line the same id, and its twin another', () => {
  const ids = (text: string) => {
    const opened = openFile('file.csv', bytes(text), account, irish)
    if (!opened.ok || !opened.value.choice) throw new Error('no table')
    return linesOf(opened.value.rows, opened.value.choice, book).found.map(({ id }) => id)
  }
  const [first, twin, other] = ids('Date,Payee,Amount\n2026-03-02,Tea,-2.50\n2026-03-02,Tea,-2.50\n2026-03-02,Tea,2.50')
  assert.is(new Set([first, twin, other]).size, 3)
  // another order of columns, other days before it, and a category beside it
  assert.equal(ids('Amount;Payee;Date;Category\n"1,00";Tea;01.03.2026;\n-2,50;Tea;02.03.2026;Groceries').slice(1), [
    first,
  ])
})

reading('knows months by their names, whichever order is usual', () => {
  const days = ['20 Nov 2026', '20-NOV-26', 'Nov 20, 2026', 'Nov 20 2026', '20. Nov 2026', '20.11.2026, 10:22']
  for (const day of days) assert.is(readDay(day, 'dmy'), '2026-11-20', day)
  for (const day of ['3 März 2026', '3 mrt 2026', '3-Mar-2026', '03. Mrz 26'])
    assert.is(readDay(day, 'mdy'), '2026-03-03')
  assert.is(readDay('1 ene 2026', 'ymd'), '2026-01-01')
  for (const text of ['Nov 2026', '20 Tea 2026', '31 Feb 2026', 'Nov 20'])
    assert.is(readDay(text, 'dmy'), undefined, text)
})

reading('knows which way an amount went by what is beside it', () => {
  const file = (...amounts: string[]) => ['Date;Amount', ...amounts.map((one) => `2026-03-02;${one}`)].join('\n')
  assert.equal(told(file('1.50 Dr', '2.50CR', '3.50 EUR S', 'Rs.4.50 H', '5.50 Cr.')), [
    '2026-03-02 expense 1.50',
    '2026-03-02 income 2.50',
    '2026-03-02 expense 3.50',
    '2026-03-02 income 4.50',
    '2026-03-02 income 5.50',
  ])
  // the code of a currency ends as it likes, and a column of dashes says nothing
  assert.equal(told(file('350 KES')), ['2026-03-02 income 350.00'])
  assert.equal(told('Date;Amount;Cheque\n2026-03-02;3.50;-\n2026-03-03;4.50;-'), [
    '2026-03-02 income 3.50',
    '2026-03-03 income 4.50',
  ])
})

reading.run()
