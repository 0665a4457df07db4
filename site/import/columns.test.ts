import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { german, toldFile } from '../../tests/support/told-file.ts'
import { guessColumns } from './columns.ts'

const guessing = suite('guessing what columns are')

const byName = (...names: string[]) => guessColumns(names, [])
const bread = '2026-11-20 expense 12.50 Mill Lane Bakery'

guessing('goes by names where there is nothing below them', () => {
  assert.equal(byName('Date', 'Value Dat', 'Debit Amount', 'Credit Amount'), ['day', undefined, 'out', 'in'])
  assert.equal(byName('Value Date', 'Transaction Date', 'Debit', 'Credit'), [undefined, 'day', 'out', 'in'])
  assert.equal(byName('Date', 'Amount date', 'Debit', 'Credit'), ['day', undefined, 'out', 'in'])
  assert.equal(byName('Date', 'Valued by', 'Debit', 'Credit'), ['day', undefined, 'out', 'in'])
  assert.equal(byName('Date', 'Value'), ['day', 'amount'])
  assert.equal(byName('Datei vom', 'Valutadatum', 'Betrag in EUR'), [undefined, 'day', 'amount'])
})

guessing('lets what is in a column say that its name means something else', () => {
  const told = (text: string) => toldFile(text).entries
  assert.equal(told('Date,Amount,Transaction amount,Payee\n2026-11-20,cash,-12.50,Mill Lane Bakery'), [bread])
  assert.equal(told('Date,Posted date,Amount,Payee\n,2026-11-20,-12.50,Mill Lane Bakery'), [bread])
  // days with points, in a month in which nothing went out
  assert.equal(
    toldFile('Buchungstag;Wert;Soll;Haben;Name\n20.11.2026;20.11.2026;;12,50;Tern & Partners', german).entries,
    ['2026-11-20 income 12.50 Tern & Partners'],
  )
})

guessing('takes money out and money in where they say more than one amount', () => {
  const lines = (...some: string[]) =>
    toldFile(['Date,Amount,Debit,Credit,Payee', ...some].join('\n')).entries.map((one) => one.slice(11, 23))
  const [out, back] = ['2026-11-20,12.50,12.50,,Tea', '2026-11-19,25.00,,25.00,Pay']
  assert.equal(lines(out, back), ['expense 12.5', 'income 25.00'])
  assert.equal(lines('2026-11-20,-12.50,12.50,,Tea', '2026-11-19,,,25.00,Pay'), ['expense 12.5', 'income 25.00'])
  // one that has a sign on every line is enough
  assert.equal(lines('2026-11-20,-12.50,12.50,,Tea', '2026-11-19,25.00,,25.00,Pay'), ['expense 12.5', 'income 25.00'])
})

guessing('takes no balance for an amount, and a dash for nothing', () => {
  const file = 'Datum;Saldo;Bewegung;Name\n20.11.2026;-3,00;12,50;Tern & Partners'
  assert.equal(toldFile(file, german).entries, ['2026-11-20 income 12.50 Tern & Partners'])
  assert.equal(toldFile('Date,Payee,Money In,Money Out\n20/11/2026,Mill Lane Bakery,-,12.50').entries, [bread])
})

guessing('finds the table below narrow lines, even where these are more', () => {
  const above = ['Booking date;Amount', ...Array.from({ length: 5 }, (_, n) => `Line ${n};1`)]
  const line = '20/11/2026;Mill Lane Bakery;-12.50;1.00;card'
  const { entries, unread } = toldFile([...above, 'Date;Payee;Amount;Balance;Type', line, line].join('\n'))
  assert.equal([entries, unread], [[bread, bread], []])
})

guessing.run()
