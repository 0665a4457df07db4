// German, by the names of en-reports.ts.

export const lead = 'Für dich gemacht und hier aufbewahrt, je ein PDF.'
export const leadMailed = 'Für dich gemacht, an {address} geschickt und hier aufbewahrt, je ein PDF.'
export const makeOne = 'Jetzt einen machen'
export const makeTitle = 'Einen Bericht machen'
export const kinds = { weekly: 'Wochenbericht', monthly: 'Monatsbericht', custom: 'Bericht von Hand' } as const

export const next = { weekly: 'Nächster Wochenbericht', monthly: 'Nächster Monatsbericht' } as const
export const nextAt = '{when} · umfasst {period}'
export const nextOff = {
  weekly: 'Es wird kein Wochenbericht gemacht.',
  monthly: 'Es wird kein Monatsbericht gemacht.',
} as const
export const changeDays = 'Tage ändern'
export const years = 'Jahre'
export const noneInYear = '{year} endet kein Bericht.'
export const byMonth = '{year}, nach Monaten'
export const weekly = 'Wöchentlich'
export const byHand = 'Von Hand gemacht'
export const count = '{n, plural, one {# Bericht} other {# Berichte}}'
export const before = '{n, plural, one {# davor} other {# davor}}'

export const none = 'Hier wird für jeden Monat ein Blatt stehen.'
export const noneMore =
  'Auch ein kurzes für jede Woche: was ausgegeben wurde, wohin es ging und was sich am meisten bewegt hat.'
export const sendFirst = 'Schick mir jetzt einen Bericht'

export const net = 'Netto {amount}'
export const spent = '{amount} ausgegeben'
export const edition = 'Ausgabe {n}'
export const editionOf = 'Ausgabe {n}, {when}'
export const editions = 'Andere Ausgaben'
export const older = '{n, plural, one {# ältere Ausgabe} other {# ältere Ausgaben}}'
export const isOlder = 'Von diesem Bericht gibt es eine neuere Ausgabe.'
export const openNewer = 'Öffnen'
export const asOf = 'Zahlen von {when}'
export const notFigured = 'noch keine Zahlen'
export const entries = 'Einträge'
export const toDays = 'Diese Tage im Überblick'
export const all = 'Alle Berichte'
export const noReport = 'Diesen Bericht gibt es nicht.'
export const noReportMore = 'Berichte sehen nur die, für die sie gemacht wurden.'

export const pdf = 'PDF'
export const pdfOf = 'PDF von {name}'
export const download = 'PDF herunterladen'
export const size = '{kb} KB'
export const notReady = 'Das PDF ist noch nicht da.'
export const mailIt = 'Schick ihn mir'
export const mailAgain = 'Noch einmal schicken'

export const waits = 'Er wartet, bis er an der Reihe ist.'
export const drawn = 'Die Zahlen stehen, das Blatt wird gezeichnet.'
export const mailNext = 'Das PDF ist aufbewahrt, als Nächstes kommt die Mail.'
export const sending = 'Die Mail ist unterwegs.'
export const sent = 'Geschickt {when}'
export const kept = 'Hier aufbewahrt'
export const short = {
  unverified: 'Nicht geschickt: Adresse nicht bestätigt',
  'switched-off': 'Nicht geschickt: abgeschaltet',
  stopped: 'Nicht geschickt: Mail ist angehalten',
  refused: 'Nicht geschickt: abgelehnt',
  'put-off': 'Nicht geschickt: aufgeschoben',
  'outcome-unknown': 'Vielleicht geschickt',
  'no-access': 'Nicht gemacht: kein Zugang',
  broken: 'Nicht gemacht',
} as const
export const troubles = {
  unverified:
    'Er wurde nicht geschickt, denn deine Adresse ist nicht bestätigt. Bestätige sie und lass ihn dann schicken.',
  'switched-off':
    'Er wurde nicht geschickt, denn Mails dieser Art sind abgeschaltet. In den Einstellungen kannst du sie anschalten.',
  stopped:
    'Er wurde nicht geschickt, denn Mail an deine Adresse ist angehalten. In den Einstellungen steht, warum und was zu tun ist.',
  refused: 'Die Mail wurde abgelehnt. Sieh nach, ob deine Adresse stimmt, und lass ihn noch einmal schicken.',
  'put-off':
    'Er wurde nicht geschickt: Eine Woche lang hat der Maildienst ihn aufgeschoben. Lass ihn schicken, sobald es wieder geht.',
  'outcome-unknown':
    'Niemand weiß, ob die Mail angekommen ist. Ist sie nicht in deinem Postfach, dann lass ihn noch einmal schicken.',
  'no-access': 'Er wurde nicht gemacht, denn du kannst dieses Haushaltsbuch nicht mehr sehen.',
  broken: 'Er konnte nicht gemacht werden, so oft es auch versucht wurde. Lass ihn neu machen.',
} as const

export const changedSince = 'Seither geändert'
export const changedBy = 'Die Zahlen haben sich seither geändert: {parts}.'
export const sameSums = 'gleiche Summen, andere Einzelheiten'
export const changedParts = {
  income: 'Einnahmen {amount}',
  expense: 'Ausgaben {amount}',
  net: 'netto {amount}',
} as const
export const makeEdition = 'Ausgabe {n} machen'
export const makeAnew = 'Neu machen'

export const nowMailed = 'Geschickt: {name}'
export const nowKept = 'Aufbewahrt: {name}'
export const nowTroubled = 'Nicht gemacht: {name}'
export const thereAlready = 'Er ist schon da, und seither hat sich nichts geändert.'

export const of = 'Von'
export const aWeek = 'Einer Woche'
export const aPeriod = 'Einem Monat'
export const someDays = 'Beliebigen Tagen'
export const which = 'Welche'
export const soFar = '{period}, bis jetzt'
export const mailToo = 'Auch an {address} schicken'
export const mailOff = 'Sobald deine Adresse bestätigt ist, kann er auch geschickt werden.'
export const make = 'Machen'
export const badRange = 'Vom ersten Tag bis zum letzten, höchstens zehn Jahre.'

export const refusals = {
  'report-not-ready': 'Das PDF ist noch nicht da.',
  'email-unverified': 'Deine Adresse ist nicht bestätigt. Den Link haben die Einstellungen.',
  'mail-stopped': troubles.stopped,
  'not-found': 'Diesen Bericht gibt es nicht.',
} as const
