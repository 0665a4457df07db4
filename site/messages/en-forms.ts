// What forms say, and what they are told.

export const kind = 'Kind'
export const day = 'Day'
export const account = 'Account'
export const fromAccount = 'From account'
export const toAccount = 'To account'
export const note = 'Note'
export const saveAmount = 'Save {amount}'
export const save = 'Save'
export const remove = 'Delete'
export const tagsHint = 'Parted by commas.'
export const setLimit = 'Set limit'
export const saved = 'Saved: {what}'
export const changed = 'Changed: {what}'
export const deleted = 'Deleted: {what}'
export const limitSet = 'The limit is set.'

/** By the code of a refusal or of a fault in a field. What is not here has words that fit all. */
export const refusals = {
  wrong: 'Check this.',
  missing: 'This is needed.',
  'too-short': 'This is needed.',
  'name-taken': 'There is one of this name.',
  'in-use': 'It is in use.',
  'bad-amount': 'An amount such as 12.50, with no more decimals than its currency has.',
  'amount-too-large': 'More than Outlay can keep.',
  'total-too-large': 'A total would become more than Outlay can keep.',
  'bad-currency': 'Choose one.',
  'bad-day': 'A day from 1900 to 2199.',
  'bad-rule': 'This makes no period: check the day or the weeks.',
  'version-mismatch': 'It was changed elsewhere. Close this and look again.',
  gone: 'It was deleted elsewhere.',
  'not-found': 'It was deleted elsewhere.',
  forbidden: 'Your role in this ledger does not allow that.',
} as const
