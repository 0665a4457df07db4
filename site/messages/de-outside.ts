// German, by the names of en-outside.ts.

export const openLedger = 'Haushaltsbuch öffnen'
export const openLead = 'Mit einem Konto und den üblichen Kategorien, bereit für den ersten Eintrag.'
export const currencyHint = 'Die des Haushaltsbuchs. Sie bleibt; ein Konto kann eine andere haben.'
export const choose = 'Wähle eine'
export const takeAlong = 'Mit den Kategorien des Beispiels beginnen, samt deinen Änderungen'
