import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { american, german, irish, toldFile } from '../../tests/support/told-file.ts'

// Columns as banks name them; whoever paid, and what for, is made up.
const banks = suite('reading the columns of banks')

/** Both entries that most of these files have. */
const bread = '2026-11-20 expense 12.50 Mill Lane Bakery'
const pay = '2026-11-19 income 2500.00 Tern & Partners'

const same = (name: string, usual: Parameters<typeof toldFile>[1], text: string, ...expected: string[]) =>
  banks(name, () => {
    const { entries, unread } = toldFile(text, usual)
    assert.equal([...entries, ...unread], expected)
  })

// Germany
same(
  'Sparkasse',
  german,
  `"Auftragskonto";"Buchungstag";"Valutadatum";"Buchungstext";"Verwendungszweck";"Glaeubiger ID";"Mandatsreferenz";"Kundenreferenz (End-to-End)";"Sammlerreferenz";"Lastschrift Ursprungsbetrag";"Auslagenersatz Ruecklastschrift";"Beguenstigter/Zahlungspflichtiger";"Kontonummer/IBAN";"BIC (SWIFT-Code)";"Betrag";"Waehrung";"Info"
"DE00";"20.11.26";"20.11.26";"FOLGELASTSCHRIFT";"bread";"";"";"";"";"";"";"Mill Lane Bakery";"DE00";"";"-12,50";"EUR";"Umsatz gebucht"
"DE00";"19.11.26";"19.11.26";"GUTSCHRIFT";"pay";"";"";"";"";"";"";"Tern & Partners";"DE00";"";"2.500,00";"EUR";"Umsatz gebucht"`,
  `${bread} | bread`,
  `${pay} | pay`,
)
same(
  'Volksbank',
  german,
  `Bezeichnung Auftragskonto;IBAN Auftragskonto;BIC Auftragskonto;Bankname Auftragskonto;Buchungstag;Valutadatum;Name Zahlungsbeteiligter;IBAN Zahlungsbeteiligter;BIC (SWIFT-Code) Zahlungsbeteiligter;Buchungstext;Verwendungszweck;Betrag;Waehrung;Saldo nach Buchung;Bemerkung;Gekennzeichneter Umsatz;Glaeubiger ID;Mandatsreferenz
Konto;DE00;;VR;20.11.2026;20.11.2026;Mill Lane Bakery;DE00;;Lastschrift;bread;-12,50;EUR;100,00;;;;
Konto;DE00;;VR;19.11.2026;19.11.2026;Tern & Partners;DE00;;Gutschrift;pay;2500,00;EUR;112,50;;;;`,
  `${bread} | bread`,
  `${pay} | pay`,
)
same(
  'Volksbank before, with S and H in a column without a name and the balances among the entries',
  german,
  `Volksbank Mustertal

Umsatzanzeige

BLZ:;00000000;;Datum:;21.11.2026
Konto:;0000000;;Uhrzeit:;10:00:00

Buchungstag;Valuta;Auftraggeber/Zahlungsempfänger;Empfänger/Zahlungspflichtiger;Konto-Nr.;IBAN;BLZ;BIC;Vorgang/Verwendungszweck;Kundenreferenz;Währung;Umsatz;
20.11.2026;20.11.2026;Asha;Mill Lane Bakery;;;;;bread;;EUR;12,50;S
19.11.2026;19.11.2026;Asha;Tern & Partners;;;;;pay;;EUR;2.500,00;H

01.11.2026;;;;;;;;;Anfangssaldo;EUR;1.000,00;H
20.11.2026;;;;;;;;;Endsaldo;EUR;3.487,50;H`,
  `${bread} | bread`,
  `${pay} | pay`,
  '12: balance',
  '13: balance',
)
same(
  'Postbank',
  german,
  `Buchungstag;Wert;Umsatzart;Begünstigter / Auftraggeber;Verwendungszweck;IBAN / Kontonummer;BIC;Kundenreferenz;Mandatsreferenz ;Gläubiger ID;Fremde Gebühren;Betrag;Abweichender Empfänger;Anzahl der Aufträge;Anzahl der Schecks;Soll;Haben;Währung
20.11.2026;20.11.2026;Lastschrift;Mill Lane Bakery;bread;DE00;;;;;;-12,50;;;;-12,50;;EUR
19.11.2026;19.11.2026;Gutschrift;Tern & Partners;pay;DE00;;;;;;2.500,00;;;;;2.500,00;EUR`,
  `${bread} | bread`,
  `${pay} | pay`,
)
same(
  'Deutsche Bank, with lines above and below and its amounts in two columns',
  german,
  `Umsätze Girokonto;;;Kundennummer: 000
01.11.2026 - 21.11.2026
Letzter Kontostand;;;;1.000,00;EUR
Vorgemerkte und noch nicht gebuchte Umsätze sind nicht Bestandteil dieser Übersicht.
Buchungstag;Wert;Umsatzart;Begünstigter / Auftraggeber;Verwendungszweck;IBAN;BIC;Kundenreferenz;Mandatsreferenz;Gläubiger ID;Fremde Gebühren;Betrag;Abweichender Empfänger;Anzahl der Aufträge;Anzahl der Schecks;Soll;Haben;Währung
20.11.2026;20.11.2026;Lastschrift;Mill Lane Bakery;bread;DE00;;;;;;;;;;-12,50;;EUR
19.11.2026;19.11.2026;Gutschrift;Tern & Partners;pay;DE00;;;;;;;;;;;2.500,00;EUR
Kontostand;21.11.2026;;;3.487,50;EUR`,
  `${bread} | bread`,
  `${pay} | pay`,
  '8: day',
)
same(
  'ING',
  german,
  `Umsatzanzeige;Datei erstellt am: 21.11.2026 10:00

IBAN;DE00 0000 0000 0000 0000 00
Kontoname;Girokonto
Bank;ING
Kunde;Asha
Zeitraum;01.11.2026 - 21.11.2026
Saldo;1.234,56;EUR

Sortierung;Datum absteigend

In der CSV-Datei finden Sie alle bereits gebuchten Umsätze. Die vorgemerkten Umsätze werden nicht aufgenommen.

Buchung;Wertstellungsdatum;Auftraggeber/Empfänger;Buchungstext;Verwendungszweck;Saldo;Währung;Betrag;Währung
20.11.2026;20.11.2026;Mill Lane Bakery;Lastschrift;bread;1.234,56;EUR;-12,50;EUR
19.11.2026;18.11.2026;Tern & Partners;Gehalt/Rente;pay;1.247,06;EUR;2.500,00;EUR`,
  `${bread} | bread`,
  `${pay} | pay`,
)
same(
  'DKB',
  german,
  `"Girokonto";"DE00000000000000000000"
"Zeitraum:";"01.11.2026 - 21.11.2026"
"Kontostand vom 21.11.2026:";"1.234,56 €"
""
"Buchungsdatum";"Wertstellung";"Status";"Zahlungspflichtige*r";"Zahlungsempfänger*in";"Verwendungszweck";"Umsatztyp";"IBAN";"Betrag (€)";"Gläubiger-ID";"Mandatsreferenz";"Kundenreferenz"
"20.11.26";"20.11.26";"Gebucht";"Asha";"Mill Lane Bakery";"bread";"Ausgang";"DE00";"-12,5";"";"";""
"18.11.26";"18.11.26";"Gebucht";"Asha";"Green Row Market";"fruit";"Ausgang";"DE00";"-1.003,20";"";"";""`,
  `${bread} | bread`,
  '2026-11-18 expense 1003.20 Green Row Market | fruit',
)
same(
  'comdirect',
  german,
  `;
"Umsätze Girokonto";"Zeitraum: 30 Tage";
"Neuer Kontostand";"1.234,56 EUR";

"Buchungstag";"Wertstellung (Valuta)";"Vorgang";"Buchungstext";"Umsatz in EUR";
"20.11.2026";"20.11.2026";"Lastschrift / Belastung";"Auftraggeber: Mill Lane Bakery";"-12,50";
"19.11.2026";"19.11.2026";"Übertrag / Überweisung";"Auftraggeber: Tern & Partners";"2.500,00";

"Alter Kontostand";"1.000,00 EUR";`,
  '2026-11-20 expense 12.50 Auftraggeber: Mill Lane Bakery',
  '2026-11-19 income 2500.00 Auftraggeber: Tern & Partners',
  '9: balance',
)
same(
  'N26',
  german,
  `"Booking Date","Value Date","Partner Name","Partner Iban",Type,"Payment Reference","Account Name","Amount (EUR)","Original Amount","Original Currency","Exchange Rate"
2026-11-20,2026-11-20,Mill Lane Bakery,,Presentment,,Main,-12.50,12.50,EUR,1
2026-11-19,2026-11-19,Tern & Partners,DE00,Credit Transfer,pay,Main,2500.00,,,`,
  bread,
  `${pay} | pay`,
)

// Austria
same(
  'Raiffeisen, without names',
  german,
  `20.11.2026;Mill Lane Bakery;20.11.2026;-12,50;EUR;20.11.2026 10:00:00:123
19.11.2026;Tern & Partners;19.11.2026;2.500,00;EUR;19.11.2026 08:00:00:456`,
  '2026-11-20 expense 12.50',
  '2026-11-19 income 2500.00',
)
same(
  'Erste',
  german,
  `Buchungsdatum,Partnername,Partner IBAN,BIC/SWIFT,Betrag,Währung,Buchungsdetails
20.11.2026,Mill Lane Bakery,,,"-12,50",EUR,bread
19.11.2026,Tern & Partners,,,"2.500,00",EUR,pay`,
  `${bread} | bread`,
  `${pay} | pay`,
)

// Switzerland
same(
  'PostFinance, with cells that are formulas to a spreadsheet',
  { order: 'dmy', sign: '.' },
  `Datum von:;="01.11.2026"
Datum bis:;="21.11.2026"
Buchungsart:;="Alle Buchungen"
Konto:;="CH0000000000000000000"
Währung:;="CHF"

Datum;Bewegungstyp;Avisierungstext;Gutschrift in CHF;Lastschrift in CHF;Label;Kategorie
="20.11.2026";Buchung;"Mill Lane Bakery";;-12.50;;
="19.11.2026";Buchung;"Tern & Partners";2'500.00;;;

Disclaimer:
Der Inhalt dieses Dokuments ist nicht verbindlich.`,
  bread,
  pay,
  '11: day',
  '12: day',
)
same(
  'UBS',
  irish,
  `Kontonummer:;0000 00000000.00;
Von:;2026-11-01;
Bis:;2026-11-21;
Anfangssaldo:;1000.00;
Bewertet in:;CHF;

Abschlussdatum;Abschlusszeit;Buchungsdatum;Valutadatum;Währung;Belastung;Gutschrift;Einzelbetrag;Saldo;Transaktions-Nr.;Beschreibung1;Beschreibung2;Beschreibung3;Fussnoten;
2026-11-20;10:00:00;2026-11-20;2026-11-20;CHF;-12.50;;;3487.50;1;Mill Lane Bakery;bread;;;
2026-11-19;;2026-11-19;2026-11-19;CHF;;2500.00;;3500.00;2;Tern & Partners;pay;;;`,
  `${bread} | bread`,
  `${pay} | pay`,
)
same(
  'Raiffeisen in Switzerland, with one column for both ways',
  irish,
  `IBAN;Booked At;Text;Credit/Debit Amount;Balance;Valuta Date
CH00;2026-11-20 00:00:00.0;Mill Lane Bakery;-12.5;3487.5;2026-11-20 00:00:00.0
CH00;2026-11-19 00:00:00.0;Tern & Partners;2'500;3500;2026-11-19 00:00:00.0`,
  bread,
  pay,
)
same(
  'ZKB, whose column of amounts is for details alone',
  irish,
  `"Datum";"Buchungstext";"Whg";"Betrag Detail";"ZKB-Referenz";"Referenznummer";"Belastung CHF";"Gutschrift CHF";"Valuta";"Saldo CHF"
"20.11.2026";"Mill Lane Bakery";"";"";"Z1";"";"12.50";"";"20.11.2026";"3487.50"
"19.11.2026";"Tern & Partners";"";"";"Z2";"";"";"2500.00";"19.11.2026";"3500.00"`,
  bread,
  pay,
)

// Britain and Ireland
same(
  'Lloyds and Halifax',
  irish,
  `Transaction Date,Transaction Type,Sort Code,Account Number,Transaction Description,Debit Amount,Credit Amount,Balance
20/11/2026,DEB,'00-00-00,00000000,MILL LANE BAKERY,12.50,,100.00
19/11/2026,FPI,'00-00-00,00000000,TERN & PARTNERS,,2500.00,112.50`,
  '2026-11-20 expense 12.50 MILL LANE BAKERY',
  '2026-11-19 income 2500.00 TERN & PARTNERS',
)
same(
  'Starling',
  irish,
  `Date,Counter Party,Reference,Type,Amount (GBP),Balance (GBP),Spending Category,Notes
20/11/2026,Mill Lane Bakery,bread,CARD,-12.50,100.00,GROCERIES,
19/11/2026,Tern & Partners,pay,FPS,2500.00,112.50,INCOME,`,
  `${bread} | bread`,
  `${pay} | pay`,
)
same(
  'Nationwide, whose months have names',
  irish,
  `"Account Name:","Everyday ****0000"
"Account Balance:","£3,487.50"
"Available Balance: ","£3,487.50"

"Date","Transaction type","Description","Paid out","Paid in","Balance"
"20 Nov 2026","Contactless Payment","Mill Lane Bakery","£12.50","","£3,487.50"
"19 Nov 2026","Bank credit","Tern & Partners","","£2,500.00","£3,500.00"`,
  bread,
  pay,
)
same(
  'NatWest, where the value is the amount',
  irish,
  `Date, Type, Description, Value, Balance, Account Name, Account Number
20/11/2026,D/D,"Mill Lane Bakery",-12.50,3487.50,"Asha","000000-00000000"
19/11/2026,BAC,"Tern & Partners",2500.00,3500.00,"Asha","000000-00000000"`,
  bread,
  pay,
)
same(
  'AIB, whose local amount has no sign',
  irish,
  `Posted Account, Posted Transactions Date, Description, Debit Amount, Credit Amount,Balance,Posted Currency,Transaction Type,Local Currency Amount,Local Currency
"000000-00000000","20/11/2026","Mill Lane Bakery","12.50",,"3487.50","EUR","Debit"," 12.50","EUR"
"000000-00000000","19/11/2026","Tern & Partners",,"2500.00","3500.00","EUR","Credit"," 2500.00","EUR"`,
  bread,
  pay,
)
same(
  'Revolut, where what was never completed has no day',
  irish,
  `Type,Product,Started Date,Completed Date,Description,Amount,Fee,Currency,State,Balance
CARD_PAYMENT,Current,2026-11-18 10:22:11,2026-11-20 08:00:00,Mill Lane Bakery,-12.50,0.00,EUR,COMPLETED,100.00
CARD_PAYMENT,Current,2026-11-19 11:22:11,,Harbour Café,-9.50,0.00,EUR,REVERTED,`,
  bread,
  '3: day',
)
same(
  'Wise',
  irish,
  `"TransferWise ID",Date,"Date Time",Amount,Currency,Description,"Payment Reference","Running Balance",Merchant
CARD-1,20-11-2026,20-11-2026 10:00:00.000,-12.50,EUR,"Card transaction",bread,100.00,Mill Lane Bakery`,
  `${bread} | bread`,
)

// India
same(
  'HDFC',
  irish,
  `Date,Narration,Value Dat,Debit Amount,Credit Amount,Chq/Ref Number,Closing Balance
20/11/26,Mill Lane Bakery,20/11/26,12.50,0.00,123,10000.00
19/11/26,Tern & Partners,19/11/26,0.00,"1,02,500.00",124,60000.00`,
  bread,
  '2026-11-19 income 102500.00 Tern & Partners',
)
same(
  'ICICI',
  irish,
  `Value Date,Transaction Date,Cheque Number,Transaction Remarks,Withdrawal Amount (INR ),Deposit Amount (INR ),Balance (INR )
21/11/2026,20/11/2026,-,Mill Lane Bakery,12.50,0.00,10000.00
20/11/2026,19/11/2026,-,Tern & Partners,0.00,2500.00,60000.00`,
  bread,
  pay,
)
same(
  'SBI',
  irish,
  `Txn Date,Value Date,Description,Ref No./Cheque No.,Debit,Credit,Balance
20 Nov 2026,21 Nov 2026,Mill Lane Bakery,1,12.50, ,10000.00
19-Nov-26,19-Nov-26,Tern & Partners,2, ,"2,500.00",60000.00`,
  bread,
  pay,
)
same(
  'Axis, with lines above and short names',
  irish,
  `Name :- ASHA,,,,,,
Statement of Account No - 000000 for the period (From : 01-11-2026 To : 21-11-2026),,,,,,

Tran Date,CHQNO,PARTICULARS,DR,CR,BAL,SOL
20-11-2026,-,Mill Lane Bakery,12.50, ,10000.00,1
19-11-2026,-,Tern & Partners, ,2500.00,60000.00,1`,
  bread,
  pay,
)
same(
  'Kotak, with a column of DR and CR for the amount and another for the balance',
  irish,
  `Sl. No.,Transaction Date,Value Date,Description,Chq / Ref No.,Amount,Dr / Cr,Balance,Dr / Cr
1,20-11-2026,20-11-2026,Mill Lane Bakery,R-1,12.50,DR,"1,00,000.00",CR
2,19-11-2026,19-11-2026,Tern & Partners,R-2,"2,500.00",CR,"1,00,012.50",CR`,
  bread,
  pay,
)
same(
  'PNB',
  irish,
  `Txn No.,Txn Date,Description,Branch Name,Cheque No.,Dr Amount,Cr Amount,Balance
S1,20/11/2026,Mill Lane Bakery,,,12.50,,100.00 Cr.
S2,19/11/2026,Tern & Partners,,,,"2,500.00",112.50 Cr.`,
  bread,
  pay,
)
same(
  'a bank that says Dr and Cr behind its amounts',
  irish,
  `Transaction Date,Description,Amount
20/11/2026,Mill Lane Bakery,Rs. 12.50 Dr
19/11/2026,Tern & Partners,"Rs. 2,500.00 Cr."`,
  bread,
  pay,
)
same(
  'a card that marks only what came back',
  irish,
  `Date,Description,Amount
20/11/2026,Mill Lane Bakery,12.50
19/11/2026,Tern & Partners,"2,500.00CR"`,
  bread,
  pay,
)

// The United States
same(
  'Chase',
  american,
  `Transaction Date,Post Date,Description,Category,Type,Amount,Memo
11/20/2026,11/21/2026,Mill Lane Bakery,Food & Drink,Sale,-12.50,
11/19/2026,11/20/2026,Tern & Partners,,Return,2500.00,`,
  bread,
  pay,
)
same(
  'Chase for a current account',
  american,
  `Details,Posting Date,Description,Amount,Type,Balance,Check or Slip #
DEBIT,11/20/2026,Mill Lane Bakery,-12.50,DEBIT_CARD,994.75,,
CREDIT,11/19/2026,Tern & Partners,2500.00,ACH_CREDIT,1000.00,,`,
  `${bread} | DEBIT`,
  `${pay} | CREDIT`,
)
same(
  'Capital One',
  american,
  `Transaction Date,Posted Date,Card No.,Description,Category,Debit,Credit
2026-11-20,2026-11-21,0000,Mill Lane Bakery,Dining,12.50,
2026-11-19,2026-11-20,0000,Tern & Partners,Payment,,2500.00`,
  bread,
  pay,
)
same(
  'Bank of America, with a table of its own above',
  american,
  `Description,,Summary Amt.
Beginning balance as of 11/01/2026,,"1,000.00"
Total credits,,"2,500.00"
Total debits,,"-12.50"
Ending balance as of 11/20/2026,,"3,487.50"

Date,Description,Amount,Running Bal.
11/01/2026,Beginning balance as of 11/01/2026,,"1,000.00"
11/20/2026,"Mill Lane Bakery","-12.50","3,487.50"
11/19/2026,"Tern & Partners","2,500.00","3,500.00"`,
  bread,
  pay,
  '8: balance',
)
same(
  'Schwab, with dollars',
  american,
  `"Date","Status","Type","CheckNumber","Description","Withdrawal","Deposit","RunningBalance"
"11/20/2026","Posted","VISA","","Mill Lane Bakery","$12.50","","$3,487.50"
"11/19/2026","Posted","ACH","","Tern & Partners","","$2,500.00","$3,500.00"`,
  bread,
  pay,
)
same(
  'a program that says debit or credit in a column',
  american,
  `Date,Description,Original Description,Amount,Transaction Type,Category,Account Name,Labels,Notes
11/20/2026,Mill Lane Bakery,MILL LANE,12.50,debit,Food,Everyday,,bread
11/19/2026,Tern & Partners,TERN,2500.00,credit,Pay,Everyday,,pay`,
  `${bread} | bread`,
  `${pay} | pay`,
)

// The Netherlands and Spain
same(
  'ING in the Netherlands, with Af and Bij',
  german,
  `"Datum";"Naam / Omschrijving";"Rekening";"Tegenrekening";"Code";"Af Bij";"Bedrag (EUR)";"Mutatiesoort";"Mededelingen";"Saldo na mutatie";"Tag"
"20261120";"Mill Lane Bakery";"NL00";"";"BA";"Af";"12,50";"Betaalautomaat";"bread";"3487,50";""
"20261119";"Tern & Partners";"NL00";"NL00BANK0000000000";"OV";"Bij";"2500,00";"Overschrijving";"pay";"3500,00";""`,
  `${bread} | bread`,
  `${pay} | pay`,
)
same(
  'the same in English, where who was paid is a number',
  german,
  `"Date","Name / Description","Account","Counterparty","Code","Debit/credit","Amount (EUR)","Transaction type","Notifications"
"20261120","Mill Lane Bakery","NL00","","BA","Debit","12,50","Payment terminal","bread"
"20261119","Tern & Partners","NL00","NL00BANK0000000000","OV","Credit","2500,00","Transfer","pay"`,
  bread,
  pay,
)
same(
  'ABN AMRO, without names, where the balances come first',
  german,
  `000000000\tEUR\t20261120\t3500,00\t3487,50\t20261120\t-12,50\tMill Lane Bakery
000000000\tEUR\t20261119\t1000,00\t3500,00\t20261119\t2500,00\tTern & Partners`,
  '2026-11-20 expense 12.50',
  '2026-11-19 income 2500.00',
)
same(
  'Rabobank',
  german,
  `"IBAN/BBAN","Munt","BIC","Volgnr","Datum","Rentedatum","Bedrag","Saldo na trn","Tegenrekening IBAN/BBAN","Naam tegenpartij","Omschrijving-1"
"NL00","EUR","RABO","000000000000000001","2026-11-20","2026-11-21","-12,50","+3487,50","","Mill Lane Bakery","bread"
"NL00","EUR","RABO","000000000000000002","2026-11-19","2026-11-19","+2500,00","+3500,00","","Tern & Partners","pay"`,
  `${bread} | bread`,
  `${pay} | pay`,
)
same(
  'a Spanish bank, with lines above',
  german,
  `Movimientos de la cuenta;;;;
Titular: Asha;;;;

Fecha operación;Fecha valor;Concepto;Importe;Saldo
20/11/2026;21/11/2026;Mill Lane Bakery;-12,50;3.487,50
19/11/2026;19/11/2026;Tern & Partners;2.500,00;3.500,00`,
  bread,
  pay,
)
same(
  'a Spanish bank with Debe and Haber',
  german,
  `Fecha;Concepto;Debe;Haber;Saldo
20 nov 2026;Mill Lane Bakery;12,50;;3.487,50
19 nov 2026;Tern & Partners;;2.500,00;3.500,00`,
  bread,
  pay,
)

banks('lines above a table leave the numbers of those in it as they are in the file', () => {
  const { found } = toldFile(
    'Everyday\n\nbalance;1,00\nDate;Payee;Amount\n\n2026-11-20;Tea;-2,50\n2026-11-21;Tea;-2,50',
  )
  assert.equal(
    found.map(({ row }) => row),
    [6, 7],
  )
})

banks('a word within a longer one says nothing of a column', () => {
  const { entries } = toldFile('Change,Amount after tax,Date,Payee\n-3.00,-12.50,2026-11-20,Mill Lane Bakery')
  assert.equal(entries, [bread])
})

banks('a row of words is no head where it names no day or no money, or is narrower than what is below', () => {
  const lines = Array.from({ length: 6 }, (_, n) => `2026-11-1${n},Tea,,-2.50`).join('\n')
  assert.is(toldFile(`Day,Date\n${lines}`).found.length, 6)
  assert.equal(toldFile(`a,b,c,d\nDate,Amount\n${lines}`).unread, ['2: day'])
})

banks.run()
