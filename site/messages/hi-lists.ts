// Hindi, by the names of en-lists.ts.

export const limitAhead = '{left}, चाल से आगे'
export const limitOf = '{amount} में से'
