// German, by the names of en-say.ts.

export const title = 'Eintrag hinzufügen'
export const line = 'Betrag und wofür, in deinen Worten'
export const placeholder = '12,50 Mittagessen'
export const readAs = 'So wurde es gelesen'
export const roles = {
  amount: 'Betrag',
  day: 'Tag',
  account: 'Konto',
  toAccount: 'auf Konto',
  toAmount: 'kommt an',
  tag: 'Stichwort',
  payee: 'Empfänger',
  category: 'Kategorie',
  note: 'Notiz',
}
export const troubles = {
  'no-amount': 'Wie viel? Beginne mit dem Betrag, etwa 12,50.',
  'bad-amount': 'Dieser Betrag hat mehr Stellen als seine Währung.',
  'other-currency': 'Dieses Konto wird in einer anderen Währung geführt.',
  'no-account': 'Dieses Konto gibt es nicht.',
  'no-to-account': 'Auf welches Konto? Nenne es hinter dem Pfeil.',
  'same-account': 'Von und nach ist dasselbe Konto.',
  'no-to-amount': 'Wie viel kommt an, in {currency}? Setze es ans Ende.',
}
export const asBefore = 'wie zuletzt'
export const payee = 'Empfänger'
export const tags = 'Stichwörter'
export const dayBefore = 'Einen Tag früher'
export const dayAfter = 'Einen Tag später'
export const wouldLeave = '{name} hätte noch {left} für {n, plural, one {# Tag} other {# Tage}}.'
export const wouldLeaveNone = '{name} wäre {over} über der Grenze.'
export const suggestions = 'Meintest du'
export const enter = 'Eingabe'
export const plainForm = 'Zum einfachen Formular'
export const help =
  'Auch: +2500 Gehalt für Geld herein, 50 > Sparkonto zum Umbuchen, ein Tag wie gestern oder fr, @Karte, #Büro.'
export const beforeDays = 'am letzten letzte'
export const nextDays = 'nachsten nachster kommenden'
export const helpArrows = 'Pfeil auf und ab ändern den Tag.'
