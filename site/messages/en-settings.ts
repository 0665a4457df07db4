// What only the settings say.

export const done = 'Saved.'
export const logOut = 'Log out'
export const you = 'You'
export const locale = 'Language, numbers and dates'
export const localeHint = 'Numbers and dates are written everywhere; words come in English, German, Hindi and Tamil.'
export const ownZone = 'Your time zone: reports come by its clocks'
export const ledger = 'Ledger'
export const ledgerName = 'Name of the ledger'
export const zone = 'Time zone: it says when today begins'
export const week = 'A week begins on'
export const periodIs = 'A period is'
export const ruleHint = 'A change waits for the end of the running period.'
export const nextRule = 'This one begins on {day}, after the running period.'
export const rules = {
  month: 'A month',
  payday: 'From pay day to pay day',
  'last-workday': 'From the last workday of a month',
  week: 'A week',
  weeks: 'Several weeks',
} as const
export const monthDate = 'Begins on the day of the month'
export const payDate = 'Pay day of the month; the workday before a weekend'
export const every = 'How many weeks'
export const anchor = 'Counted from'
export const sessions = 'Where you are logged in'
export const thisBrowser = 'This browser'
export const lastSeen = 'Last seen {when}'
export const unknown = 'Unknown program'
export const logOutThere = 'Log out {name}'
export const revoked = 'Logged out there.'
export const changePassword = 'Change password'
export const currentPassword = 'Current password'
export const newPassword = 'New password'
export const leave = 'Leave'
export const leaveText = 'Deletes you, your ledgers and everything in them, at once and for good.'
export const leaveOpen = 'Delete my account'
export const leaveDo = 'Delete everything'
export const extras = 'Data and keys'
export const exportText = 'Every entry as a table for any other program, one line for each part of it.'
export const importCsv = 'Bring a CSV file'

/** By code, what only these forms are told. */
export const refusals = {
  'wrong-password': 'That is not your password.',
  'sole-owner': 'A ledger that you share would lose its last owner.',
} as const
