// What is said to somebody who is not logged in.

export const openLedger = 'Open a ledger'
export const openLead = 'It comes with an account and the usual categories, ready for its first entry.'
export const currencyHint = 'Of the ledger. It stays; an account may have another one.'
export const choose = 'Choose one'
export const takeAlong = 'Begin with the categories of the sample, your changes among them'
