// German, by the names of en-entry.ts.

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
