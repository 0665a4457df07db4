// What is said to somebody who looks around in the sample.

export const sample = 'This is a sample.'
export const sampleMore = 'Nobody lives in this household; try everything. It is in this browser and nowhere else.'
export const leaveSample = 'Leave the sample'
export const notHere = 'The sample has none of this; a ledger of your own has.'
