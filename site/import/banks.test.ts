import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { book } from '../../tests/browser/desk.ts'
import { linesOf } from './lines.ts'
import { openFile } from './open-file.ts'

// The heads are those of the banks' own files; what stands below them is made up.

const layouts = suite('the layouts of banks')
const [account] = book.accounts

/** Day, signed amount, payee and note of every line as it is guessed, and what is wrong with the others, by their rows. */
function told(...lines: readonly string[]): readonly string[] {
  const bytes = new TextEncoder().encode(lines.join('\r\n'))
  const opened = openFile('file.csv', bytes, account, { order: 'dmy', sign: '.' })
  if (!opened.ok || !opened.value.choice) return ['no table']
  const { found, unread } = linesOf(opened.value.rows, opened.value.choice, book)
  return [
    ...found.map(({ row, draft: { day, kind, amount, payee, note } }) =>
      [row, day, `${kind === 'income' ? '+' : '-'}${amount}`, payee, note && `(${note})`].filter(Boolean).join(' '),
    ),
    ...unread.map(({ row, trouble }) => `${row} ${trouble}`),
  ]
}

const both = ['2 2026-11-20 -12.50 Harbour Grocer (Weekly shop)', '3 2026-11-13 +2500.00 Tern Works (Pay)']
const alone = ['2 2026-11-20 -12.50 Harbour Grocer', '3 2026-11-13 +2500.00 Tern Works']

layouts('Sparkasse', () => {
  const read = told(
    '"Auftragskonto";"Buchungstag";"Valutadatum";"Buchungstext";"Verwendungszweck";"Glaeubiger ID";"Mandatsreferenz";"Kundenreferenz (End-to-End)";"Sammlerreferenz";"Lastschrift Ursprungsbetrag";"Auslagenersatz Ruecklastschrift";"Beguenstigter/Zahlungspflichtiger";"Kontonummer/IBAN";"BIC (SWIFT-Code)";"Betrag";"Waehrung";"Info"',
    '"X1";"20.11.26";"21.11.26";"KARTENZAHLUNG";"Weekly shop";"";"";"";"";"";"";"Harbour Grocer";"X2";"B";"-12,50";"EUR";"Umsatz gebucht"',
    '"X1";"13.11.26";"13.11.26";"GUTSCHRIFT";"Pay";"";"";"";"";"";"";"Tern Works";"X3";"B";"2.500,00";"EUR";"Umsatz gebucht"',
  )
  assert.equal(read, both)
})

layouts('Volksbank', () => {
  const read = told(
    'Bezeichnung Auftragskonto;IBAN Auftragskonto;BIC Auftragskonto;Bankname Auftragskonto;Buchungstag;Valutadatum;Name Zahlungsbeteiligter;IBAN Zahlungsbeteiligter;BIC (SWIFT-Code) Zahlungsbeteiligter;Buchungstext;Verwendungszweck;Betrag;Waehrung;Saldo nach Buchung;Bemerkung;Gekennzeichneter Umsatz;Glaeubiger ID;Mandatsreferenz',
    'Konto;X1;B;VR;20.11.2026;20.11.2026;Harbour Grocer;X2;B;Lastschrift;Weekly shop;-12,50;EUR;100,00;;;;',
    'Konto;X1;B;VR;13.11.2026;13.11.2026;Tern Works;X3;B;Gutschrift;Pay;2500,00;EUR;112,50;;;;',
  )
  assert.equal(read, both)
})

layouts('Postbank', () => {
  const read = told(
    'Buchungstag;Wert;Umsatzart;Begünstigter / Auftraggeber;Verwendungszweck;IBAN / Kontonummer;BIC;Kundenreferenz;Mandatsreferenz ;Gläubiger ID;Fremde Gebühren;Betrag;Abweichender Empfänger;Anzahl der Aufträge;Anzahl der Schecks;Soll;Haben;Währung',
    '20.11.2026;21.11.2026;Lastschrift;Harbour Grocer;Weekly shop;X1;B;;;;;-12,50;;;;-12,50;;EUR',
    '13.11.2026;13.11.2026;Gutschrift;Tern Works;Pay;X2;B;;;;;2.500,00;;;;;2.500,00;EUR',
  )
  assert.equal(read, both)
})

layouts('N26', () => {
  const read = told(
    '"Booking Date","Value Date","Partner Name","Partner Iban",Type,"Payment Reference","Account Name","Amount (EUR)","Original Amount","Original Currency","Exchange Rate"',
    '2026-11-20,2026-11-21,"Harbour Grocer",,Presentment,"Weekly shop",Main,-12.50,12.50,EUR,1',
    '2026-11-13,2026-11-13,"Tern Works",X1,"Credit Transfer",Pay,Main,2500.00,,,',
  )
  assert.equal(read, both)
})

layouts('Revolut', () => {
  const read = told(
    'Type,Product,Started Date,Completed Date,Description,Amount,Fee,Currency,State,Balance',
    'CARD_PAYMENT,Current,2026-11-19 10:22:11,2026-11-20 08:00:00,Harbour Grocer,-12.50,0.00,EUR,COMPLETED,100.00',
    'TRANSFER,Current,2026-11-13 11:22:11,2026-11-13 12:00:00,Tern Works,2500.00,0.00,EUR,COMPLETED,112.50',
    'CARD_PAYMENT,Current,2026-11-12 11:22:11,,Platform Taxi,-9.50,0.00,EUR,REVERTED,',
  )
  assert.equal(read, [...alone, '4 day'])
})

layouts('Chase, of a card and of an account', () => {
  assert.equal(
    told(
      'Transaction Date,Post Date,Description,Category,Type,Amount,Memo',
      '11/20/2026,11/21/2026,Harbour Grocer,Groceries,Sale,-12.50,',
      '11/13/2026,11/14/2026,Tern Works,,Payment,2500.00,',
    ),
    alone,
  )
  assert.equal(
    told(
      'Details,Posting Date,Description,Amount,Type,Balance,Check or Slip #',
      'DEBIT,11/20/2026,Harbour Grocer,-12.50,DEBIT_CARD,994.75,,',
      'CREDIT,11/13/2026,Tern Works,2500.00,ACH_CREDIT,1000.00,,',
    ),
    ['2 2026-11-20 -12.50 Harbour Grocer (DEBIT)', '3 2026-11-13 +2500.00 Tern Works (CREDIT)'],
  )
})

layouts('Capital One', () => {
  const read = told(
    'Transaction Date,Posted Date,Card No.,Description,Category,Debit,Credit',
    '2026-11-20,2026-11-21,1234,Harbour Grocer,Dining,12.50,',
    '2026-11-13,2026-11-14,1234,Tern Works,Payment,,2500.00',
  )
  assert.equal(read, alone)
})

layouts('DKB and ING, whose tables begin further down', () => {
  assert.equal(
    told(
      '"Girokonto";"X1"',
      '"Zeitraum:";"01.10.2026 - 30.11.2026"',
      '"Kontostand vom 30.11.2026:";"1.234,56 €"',
      '""',
      '"Buchungsdatum";"Wertstellung";"Status";"Zahlungspflichtige*r";"Zahlungsempfänger*in";"Verwendungszweck";"Umsatztyp";"IBAN";"Betrag (€)";"Gläubiger-ID";"Mandatsreferenz";"Kundenreferenz"',
      '"20.11.26";"21.11.26";"Gebucht";"Asha";"Harbour Grocer";"Weekly shop";"Ausgang";"X2";"-12,50";"";"";""',
      '"13.11.26";"13.11.26";"Gebucht";"Tern Works";"Tern Works";"Pay";"Eingang";"X3";"2.500,00";"";"";""',
    ),
    ['5 2026-11-20 -12.50 Harbour Grocer (Weekly shop)', '6 2026-11-13 +2500.00 Tern Works (Pay)'],
  )
  assert.equal(
    told(
      'Umsatzanzeige;Datei erstellt am: 20.11.2026 10:00',
      '',
      'IBAN;X1',
      'Kontoname;Girokonto',
      'Bank;ING',
      'Kunde;Asha',
      'Zeitraum;01.10.2026 - 20.11.2026',
      'Saldo;1.234,56;EUR',
      '',
      'Sortierung;Datum absteigend',
      '',
      'In der CSV-Datei finden Sie alle bereits gebuchten Umsätze. Die vorgemerkten Umsätze werden nicht aufgenommen.',
      '',
      'Buchung;Wertstellungsdatum;Auftraggeber/Empfänger;Buchungstext;Verwendungszweck;Saldo;Währung;Betrag;Währung',
      '20.11.2026;21.11.2026;Harbour Grocer;Lastschrift;Weekly shop;1.234,56;EUR;-12,50;EUR',
      '13.11.2026;13.11.2026;Tern Works;Gutschrift;Pay;1.247,06;EUR;2.500,00;EUR',
    ),
    ['11 2026-11-20 -12.50 Harbour Grocer (Weekly shop)', '12 2026-11-13 +2500.00 Tern Works (Pay)'],
  )
})

layouts('comdirect', () => {
  const read = told(
    ';',
    '"Umsätze Girokonto";"Zeitraum: 30 Tage";',
    '"Neuer Kontostand";"1.234,56 EUR";',
    '',
    '"Buchungstag";"Wertstellung (Valuta)";"Vorgang";"Buchungstext";"Umsatz in EUR";',
    '"20.11.2026";"21.11.2026";"Lastschrift / Belastung";"Harbour Grocer";"-12,50";',
    '"13.11.2026";"13.11.2026";"Übertrag / Überweisung";"Tern Works";"2.500,00";',
  )
  assert.equal(read, ['4 2026-11-20 -12.50 (Harbour Grocer)', '5 2026-11-13 +2500.00 (Tern Works)'])
})

layouts('Bank of America', () => {
  const read = told(
    'Description,,Summary Amt.',
    'Beginning balance as of 11/01/2026,,"1,000.00"',
    'Total credits,,"2,500.00"',
    'Total debits,,"-12.50"',
    'Ending balance as of 11/20/2026,,"3,487.50"',
    '',
    'Date,Description,Amount,Running Bal.',
    '11/01/2026,Beginning balance as of 11/01/2026,,"1,000.00"',
    '11/20/2026,"Harbour Grocer","-12.50","987.50"',
    '11/13/2026,"Tern Works","2,500.00","3,487.50"',
  )
  assert.equal(read, ['8 2026-11-20 -12.50 Harbour Grocer', '9 2026-11-13 +2500.00 Tern Works', '7 amount'])
})

layouts('HDFC, ICICI and SBI, where a value date is no value', () => {
  const hdfc = [
    'Date,Narration,Value Dat,Debit Amount,Credit Amount,Chq/Ref Number,Closing Balance',
    '20/11/26,Harbour Grocer,21/11/26,12.50,0.00,123,10000.00',
    '13/11/26,Tern Works,13/11/26,0.00,2500.00,124,12500.00',
  ]
  const icici = [
    'Value Date,Transaction Date,Cheque Number,Transaction Remarks,Withdrawal Amount (INR ),Deposit Amount (INR ),Balance (INR )',
    '21/11/2026,20/11/2026,-,Harbour Grocer,12.50,0.00,10000.00',
    '13/11/2026,13/11/2026,-,Tern Works,0.00,2500.00,12500.00',
  ]
  const sbi = [
    'Txn Date,Value Date,Description,Ref No./Cheque No.,Debit,Credit,Balance',
    '20/11/2026,21/11/2026,Harbour Grocer,1,12.50,,10000.00',
    '13/11/2026,13/11/2026,Tern Works,2,,"2,500.00",12500.00',
  ]
  for (const file of [hdfc, icici, sbi]) assert.equal(told(...file), alone, file[0])
})

layouts('Lloyds and Starling', () => {
  assert.equal(
    told(
      'Transaction Date,Transaction Type,Sort Code,Account Number,Transaction Description,Debit Amount,Credit Amount,Balance',
      "20/11/2026,DEB,'00-00-00,1,Harbour Grocer,12.50,,100.00",
      "13/11/2026,FPI,'00-00-00,1,Tern Works,,2500.00,112.50",
    ),
    alone,
  )
  assert.equal(
    told(
      'Date,Counter Party,Reference,Type,Amount (GBP),Balance (GBP),Spending Category,Notes',
      '20/11/2026,Harbour Grocer,Weekly shop,CARD,-12.50,100.00,GROCERIES,',
      '13/11/2026,Tern Works,Pay,FPS,2500.00,112.50,INCOME,',
    ),
    both,
  )
})

layouts('Swiss banks', () => {
  const read = told(
    'Buchungsdatum;Valutadatum;Beschreibung;Belastung;Gutschrift;Saldo',
    "20.11.2026;21.11.2026;Harbour Grocer;12.50;;1'000.00",
    "13.11.2026;13.11.2026;Tern Works;;2'500.00;1'012.50",
  )
  assert.equal(read, alone)
})

layouts('of any bank are read by what is in a column, where its name says something else', () => {
  const read = told(
    'Date,Debit/Credit,Value,Description',
    '20/11/2026,Debit,-12.50,Harbour Grocer',
    '13/11/2026,Credit,2500.00,Tern Works',
  )
  assert.equal(read, alone)
})

layouts.run()
