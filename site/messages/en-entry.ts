// What only the forms of entries and limits say.

export const changeLimit = 'Change the limit'
export const newLimit = 'New limit'
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
export const changeEntry = 'Change the entry'
export const amountIn = 'Amount, {currency}'
export const arrivingIn = 'Arriving, {currency}'
export const paidTo = 'Paid to'
export const paidBy = 'Paid by'

/** By code, what only these forms are told. */
export const refusals = {
  'same-account': 'Choose two different accounts.',
  'splits-do-not-add-up': 'The parts of this entry add up to another amount.',
} as const
