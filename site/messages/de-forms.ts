// German, by the names of en-forms.ts.

export const email = 'E-Mail'
export const yourName = 'Dein Name'
export const password = 'Passwort'
export const passwordHint = 'Mindestens 8 Zeichen; ein paar Wörter, die nur du zusammenstellen würdest.'
export const kind = 'Art'
export const changeEntry = 'Eintrag ändern'
export const amountIn = 'Betrag, {currency}'
export const arrivingIn = 'Kommt an, {currency}'
export const day = 'Tag'
export const paidTo = 'Bezahlt an'
export const paidBy = 'Bekommen von'
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
export const changeLimit = 'Grenze ändern'
export const newLimit = 'Neue Grenze'
export const tagsHint = 'Durch Kommas getrennt.'

export const refusals = {
  wrong: 'Prüfe das.',
  missing: 'Das wird gebraucht.',
  'too-short': 'Das wird gebraucht.',
  'wrong-credentials': 'E-Mail und Passwort gehören nicht zusammen.',
  'wrong-password': 'Das ist nicht dein Passwort.',
  'weak-password': 'Zu leicht zu erraten: nimm mindestens 8 Zeichen und kein verbreitetes Passwort.',
  'email-taken': 'Mit dieser E-Mail gibt es schon ein Konto. Melde dich stattdessen an.',
  'bad-email': 'Das ist keine E-Mail-Adresse.',
  'sole-owner': 'Ein geteiltes Haushaltsbuch würde seinen letzten Besitzer verlieren.',
  'name-taken': 'So heißt schon etwas.',
  'in-use': 'Das wird verwendet.',
  'statement-off': 'Der Stand ist nicht mehr, was die Einträge ergeben. Sieh noch einmal nach.',
  'bad-amount': 'Ein Betrag wie 12,50, mit nicht mehr Stellen, als die Währung hat.',
  'amount-too-large': 'Mehr, als Outlay sich merken kann.',
  'total-too-large': 'Eine Summe würde größer, als Outlay sich merken kann.',
  'bad-currency': 'Wähle eine.',
  'bad-day': 'Ein Tag von 1900 bis 2199.',
  'bad-rule': 'Daraus wird kein Zeitraum: prüfe den Tag oder die Wochen.',
  'same-account': 'Wähle zwei verschiedene Konten.',
  'splits-do-not-add-up': 'Die Teile dieses Eintrags ergeben einen anderen Betrag.',
  'version-mismatch': 'Das wurde anderswo geändert. Schließe dies und sieh noch einmal nach.',
  gone: 'Das wurde anderswo gelöscht.',
  'not-found': 'Das wurde anderswo gelöscht.',
  forbidden: 'Deine Rolle in diesem Haushaltsbuch erlaubt das nicht.',
}
