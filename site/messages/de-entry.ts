// German, by the names of en-entry.ts.

export const changeLimit = 'Grenze ändern'
export const newLimit = 'Neue Grenze'
export const oneAccount = 'Eine Umbuchung braucht ein zweites Konto. Lege es hier an:'
export const duplicate = 'Verdoppeln'
export const splitIt = 'Aufteilen'
export const parts = 'Teile'
export const partAmount = 'Teil {n}'
export const dropPart = 'Teil {n} entfernen'
export const addPart = 'Teil hinzufügen'
export const evenlyShared = 'Alles ist verteilt.'
export const leftToShare = 'noch {amount} zu verteilen'
export const limitFor = 'Für'
export const limitHint = 'Für jeden Zeitraum. Vergangene behalten die Grenze, die sie hatten.'
export const limitGone = 'Die Grenze ist weg.'
export const changeEntry = 'Eintrag ändern'
export const amountIn = 'Betrag, {currency}'
export const arrivingIn = 'Kommt an, {currency}'
export const paidTo = 'Bezahlt an'
export const paidBy = 'Bekommen von'

export const refusals = {
  'same-account': 'Wähle zwei verschiedene Konten.',
  'splits-do-not-add-up': 'Die Teile dieses Eintrags ergeben einen anderen Betrag.',
} as const
