// What the page says that brings entries out of a file.

export const title = 'Bring your data'
export const lead = 'A table (CSV) from your bank, from another program, or from Outlay.'
export const choose = 'Choose a file'
export const another = 'Another file'
export const nothing = 'Every line of your file will stand here: what is new, and what you have already.'
export const nothingMore = 'It is read in this browser. Nothing is saved before you have looked at it.'
export const troubles = {
  'no-table': 'This is no table of text. Most programs can save theirs as CSV.',
  'too-large': 'The file has more than 10 MB. Split it by years.',
} as const

export const reading = 'How the file is read'
export const lines = '{n, plural, one {# line} other {# lines}}'
export const ownFile = 'A file of Outlay: it says by itself what everything is.'
export const missingHere = 'Not in this ledger yet, and added with it:'
export const into = 'Into the account'
export const delimiter = 'Cells are parted by'
export const delimiters = {
  ',': 'Comma',
  ';': 'Semicolon',
  '\t': 'Tab',
  '|': 'Vertical bar',
} as const
export const order = 'Days are written'
export const orders = { ymd: 'Year, month, day', dmy: 'Day, month, year', mdy: 'Month, day, year' } as const
export const sign = 'Decimals begin with'
export const signs = { '.': 'A point: 1,234.50', ',': 'A comma: 1.234,50' } as const
export const hasHead = 'A line names the columns'
export const isTurned = 'What has no minus was spent, as on statements of cards'
export const details = 'Days, amounts and columns'
export const column = 'Column {n}'
export const example = 'For instance: {text}'
export const unused = 'Not used'
export const roles = {
  day: 'Day',
  amount: 'Amount, with its sign',
  out: 'Money out',
  in: 'Money in',
  way: 'Debit or credit',
  payee: 'Payee',
  note: 'Note',
  category: 'Category',
  tags: 'Tags',
} as const

export const standings = {
  new: 'New',
  like: 'Entered already, it seems',
  deleted: 'Deleted since',
  known: 'Here already',
} as const
export const likeMore = 'There is an entry of the same day, account and amount. Tick what is another one all the same.'
export const deletedMore = 'These came before and lie in the trash. Tick what is to come back.'
export const knownMore = '{n, plural, one {# line} other {# lines}} came before, and will not come twice.'
export const unread = 'Cannot be read'
export const line = 'Line {n}'
export const why = {
  day: 'No day is in it, or it is written in another way.',
  amount: 'No amount is in it, or it is written in another way.',
  zero: 'Its amount is nothing.',
  both: 'It has money out and money in.',
  balance: 'It says what was in the account, and is no entry.',
  unknown: 'It is no entry as Outlay writes them.',
} as const
export const showMore = 'Show more'
export const noneFits = 'No line of it is an entry. Say below what its columns are.'
export const bring = 'Bring {n, plural, one {# entry} other {# entries}}'
export const nothingNew = 'Nothing new is in this file.'
export const bringing = '{done} of {of} are here.'
export const brought = '{n, plural, one {# entry is} other {# entries are}} here now.'
export const takeBack = 'Take them back'
export const takenBack = 'Taken back: {n, plural, one {# entry} other {# entries}}'
export const stopped = 'It ended early: {why}'
export const stoppedAt = 'It ended early at line {n}: {why}'
export const goOn = 'What is here stays; press again for the rest.'
export const toList = 'See the entries'
