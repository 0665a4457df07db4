// German, by the names of en-import.ts.

export const title = 'Deine Daten mitbringen'
export const lead = 'Eine Tabelle (CSV) deiner Bank, eines anderen Programms oder von Outlay.'
export const choose = 'Datei wählen'
export const another = 'Andere Datei'
export const nothing = 'Hier wird jede Zeile deiner Datei stehen: was neu ist und was du schon hast.'
export const nothingMore = 'Sie wird in diesem Browser gelesen. Nichts wird gespeichert, bevor du es angesehen hast.'
export const troubles = {
  'no-table': 'Das ist keine Tabelle aus Text. Die meisten Programme können ihre als CSV speichern.',
  'too-large': 'Die Datei hat mehr als 10 MB. Teile sie nach Jahren.',
} as const

export const reading = 'Wie die Datei gelesen wird'
export const lines = '{n, plural, one {# Zeile} other {# Zeilen}}'
export const ownFile = 'Eine Datei von Outlay: sie sagt selbst, was alles ist.'
export const missingHere = 'Noch nicht in diesem Haushaltsbuch und wird mit angelegt:'
export const into = 'Auf das Konto'
export const delimiter = 'Zwischen den Zellen steht'
export const delimiters = {
  ',': 'Komma',
  ';': 'Semikolon',
  '\t': 'Tabulator',
  '|': 'Senkrechter Strich',
} as const
export const order = 'Tage sind geschrieben als'
export const orders = { ymd: 'Jahr, Monat, Tag', dmy: 'Tag, Monat, Jahr', mdy: 'Monat, Tag, Jahr' } as const
export const sign = 'Vor den Nachkommastellen steht'
export const signs = { '.': 'Ein Punkt: 1,234.50', ',': 'Ein Komma: 1.234,50' } as const
export const hasHead = 'Eine Zeile nennt die Spalten'
export const isTurned = 'Was kein Minus hat, wurde ausgegeben, wie auf Abrechnungen von Karten'
export const details = 'Tage, Beträge und Spalten'
export const column = 'Spalte {n}'
export const example = 'Zum Beispiel: {text}'
export const unused = 'Nicht gebraucht'
export const roles = {
  day: 'Tag',
  amount: 'Betrag mit Vorzeichen',
  out: 'Ausgang',
  in: 'Eingang',
  way: 'Soll oder Haben',
  payee: 'Empfänger',
  note: 'Notiz',
  category: 'Kategorie',
  tags: 'Stichwörter',
} as const

export const standings = {
  new: 'Neu',
  like: 'Anscheinend schon eingetragen',
  deleted: 'Seither gelöscht',
  known: 'Schon da',
} as const
export const likeMore =
  'Es gibt einen Eintrag mit demselben Tag, Konto und Betrag. Kreuze an, was trotzdem ein anderer ist.'
export const deletedMore = 'Diese kamen schon einmal und liegen im Papierkorb. Kreuze an, was zurückkommen soll.'
export const knownMore =
  '{n, plural, one {# Zeile kam schon einmal und kommt} other {# Zeilen kamen schon einmal und kommen}} nicht doppelt.'
export const unread = 'Nicht zu lesen'
export const line = 'Zeile {n}'
export const why = {
  day: 'Kein Tag steht darin, oder er ist anders geschrieben.',
  amount: 'Kein Betrag steht darin, oder er ist anders geschrieben.',
  zero: 'Ihr Betrag ist nichts.',
  both: 'Sie hat einen Ausgang und einen Eingang.',
  balance: 'Sie sagt, was auf dem Konto war, und ist kein Eintrag.',
  unknown: 'Sie ist kein Eintrag, wie Outlay sie schreibt.',
} as const
export const showMore = 'Mehr zeigen'
export const noneFits = 'Keine ihrer Zeilen ist ein Eintrag. Sage unten, was ihre Spalten sind.'
export const bring = '{n, plural, one {# Eintrag} other {# Einträge}} mitbringen'
export const nothingNew = 'Nichts Neues ist in dieser Datei.'
export const bringing = '{done} von {of} sind da.'
export const brought = '{n, plural, one {# Eintrag ist} other {# Einträge sind}} jetzt da.'
export const takeBack = 'Wieder zurücknehmen'
export const takenBack = 'Zurückgenommen: {n, plural, one {# Eintrag} other {# Einträge}}'
export const stopped = 'Es endete vorzeitig: {why}'
export const stoppedAt = 'Es endete vorzeitig in Zeile {n}: {why}'
export const goOn = 'Was da ist, bleibt; drücke noch einmal für den Rest.'
export const toList = 'Zu den Einträgen'
