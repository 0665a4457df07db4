// German, by the names of en-outside.ts.

export const email = 'E-Mail'
export const yourName = 'Dein Name'
export const password = 'Passwort'
export const passwordHint = 'Mindestens 8 Zeichen; ein paar Wörter, die nur du zusammenstellen würdest.'
export const forgot = 'Passwort vergessen?'
export const openLedger = 'Haushaltsbuch öffnen'
export const openLead = 'Mit einem Konto und den üblichen Kategorien, bereit für den ersten Eintrag.'
export const currencyHint = 'Die des Haushaltsbuchs. Sie bleibt; ein Konto kann eine andere haben.'
export const choose = 'Wähle eine'
export const takeAlong = 'Mit den Kategorien des Beispiels beginnen, samt deinen Änderungen'

export const refusals = {
  'wrong-credentials': 'E-Mail und Passwort gehören nicht zusammen.',
  'not-acceptable-origin': 'Outlay hat eine andere Adresse: die, die PUBLIC_URL nennt. Melde dich dort an.',
  'weak-password': 'Zu leicht zu erraten: nimm mindestens 8 Zeichen und kein verbreitetes Passwort.',
  'email-taken': 'Mit dieser E-Mail gibt es schon ein Konto. Melde dich stattdessen an.',
  'bad-email': 'Das ist keine E-Mail-Adresse.',
} as const
