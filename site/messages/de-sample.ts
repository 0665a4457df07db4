// German, by the names of en-sample.ts.

export const sample = 'Das ist ein Beispiel.'
export const sampleMore =
  'In diesem Haushalt wohnt niemand; probier alles aus. Er ist in diesem Browser und sonst nirgends.'
export const leaveSample = 'Beispiel verlassen'
export const notHere = 'Das gibt es im Beispiel nicht; ein eigenes Haushaltsbuch hat es.'
