// What is said to somebody who is not logged in.

export const everyOutlay = 'Every outlay,'
export const accountedFor = 'accounted for.'
export const promise =
  'Write down what you spend in five seconds. Know what is left for each day, exactly, to the last cent.'
export const price = 'Price'
export const priceText = 'None. Open source: run it yourself on one small box, or as functions in a cloud.'
export const yourData = 'Your data'
export const yourDataText = 'Export all of it, delete all of it, at any time. No bank log-in is asked for.'
export const others = 'Third parties'
export const othersText = 'This site calls no one else. No tracker, no font server, no cookie but your session’s.'
export const everyone = 'For everyone'
export const everyoneText = 'Works by keyboard and by screen reader, in light and dark, from 320 pixels up.'
export const logIn = 'Log in'
export const openLedger = 'Open a ledger'
export const openLead = 'It comes with an account and the usual categories, ready for its first entry.'
export const currencyHint = 'Of the ledger. It stays; an account may have another one.'
export const choose = 'Choose one'
