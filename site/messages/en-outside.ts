// What is said to somebody who is not logged in.

export const email = 'Email'
export const yourName = 'Your name'
export const password = 'Password'
export const passwordHint = 'At least 8 characters; a few words that only you would put together.'
export const forgot = 'Forgot your password?'
export const openLedger = 'Open a ledger'
export const openLead = 'It comes with an account and the usual categories, ready for its first entry.'
export const currencyHint = 'Of the ledger. It stays; an account may have another one.'
export const choose = 'Choose one'
export const takeAlong = 'Begin with the categories of the sample, your changes among them'

/** By code, what only these forms are told. */
export const refusals = {
  'wrong-credentials': 'Email and password do not belong together.',
  'not-acceptable-origin': 'Outlay has another address, the one that PUBLIC_URL names. Log in there.',
  'weak-password': 'Too easy to guess: take at least 8 characters, and no common password.',
  'email-taken': 'There is an account with this email. Log in instead.',
  'bad-email': 'This is no email address.',
} as const
