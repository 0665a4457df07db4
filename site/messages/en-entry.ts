// What only the forms of entries and limits say.

export const oneAccount = 'A transfer needs a second account. Add one in'
export const duplicate = 'Duplicate'
export const splitIt = 'Split'
export const parts = 'Parts'
export const partAmount = 'Part {n}'
export const dropPart = 'Remove part {n}'
export const addPart = 'Add a part'
export const evenlyShared = 'All of it is shared out.'
export const leftToShare = '{amount} left to share out'
export const limitFor = 'For'
export const limitHint = 'For each period. Past periods keep the limit that they had.'
export const limitGone = 'The limit is gone.'
