// German, by the names of en-forms.ts.

export const kind = 'Art'
export const day = 'Tag'
export const account = 'Konto'
export const fromAccount = 'Vom Konto'
export const toAccount = 'Auf Konto'
export const note = 'Notiz'
export const saveAmount = '{amount} speichern'
export const save = 'Speichern'
export const remove = 'Löschen'
export const setLimit = 'Grenze setzen'
export const saved = 'Gespeichert: {what}'
export const changed = 'Geändert: {what}'
export const deleted = 'Gelöscht: {what}'
export const limitSet = 'Die Grenze ist gesetzt.'
export const tagsHint = 'Durch Kommas getrennt.'

export const refusals = {
  wrong: 'Prüfe das.',
  missing: 'Das wird gebraucht.',
  'too-short': 'Das wird gebraucht.',
  'name-taken': 'So heißt schon etwas.',
  'in-use': 'Das wird verwendet.',
  'bad-amount': 'Ein Betrag wie 12,50, mit nicht mehr Stellen, als die Währung hat.',
  'amount-too-large': 'Mehr, als Outlay sich merken kann.',
  'total-too-large': 'Eine Summe würde größer, als Outlay sich merken kann.',
  'bad-currency': 'Wähle eine.',
  'bad-day': 'Ein Tag von 1900 bis 2199.',
  'bad-rule': 'Daraus wird kein Zeitraum: prüfe den Tag oder die Wochen.',
  'version-mismatch': 'Das wurde anderswo geändert. Schließe dies und sieh noch einmal nach.',
  gone: 'Das wurde anderswo gelöscht.',
  'not-found': 'Das wurde anderswo gelöscht.',
  forbidden: 'Deine Rolle in diesem Haushaltsbuch erlaubt das nicht.',
}
