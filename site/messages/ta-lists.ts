// Tamil, by the names of en-lists.ts.

export const limitAhead = '{left}, வேகத்துக்கு முன்னால்'
export const limitOf = '{amount} இல்'
