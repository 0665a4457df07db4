// What is said about reports and their shelf.

export const lead = 'Made for you and kept here, a PDF each.'
export const leadMailed = 'Made for you, mailed to {address} and kept here, a PDF each.'
export const makeOne = 'Make one now'
export const makeTitle = 'Make a report'
export const kinds = { weekly: 'Weekly report', monthly: 'Monthly report', custom: 'Report by hand' } as const

export const next = { weekly: 'Next weekly', monthly: 'Next monthly' } as const
export const nextAt = '{when} · covers {period}'
export const nextOff = { weekly: 'No weekly report is made.', monthly: 'No monthly report is made.' } as const
export const changeDays = 'Change the days'
export const years = 'Years'
export const noneInYear = 'No report ends in {year}.'
export const byMonth = '{year}, by month'
export const weekly = 'Weekly'
export const byHand = 'Made by hand'
export const count = '{n, plural, one {# report} other {# reports}}'
export const before = '{n, plural, one {# before that} other {# before those}}'

export const none = 'A sheet for each month will stand here.'
export const noneMore = 'A short one for each week, too: what was spent, where it went, and what moved most.'
export const sendFirst = 'Send me a report now'

export const net = 'Net {amount}'
export const spent = '{amount} spent'
export const edition = 'edition {n}'
export const editionOf = 'Edition {n}, {when}'
export const editions = 'Other editions'
export const older = '{n, plural, one {# older edition} other {# older editions}}'
export const isOlder = 'There is a newer edition of this report.'
export const openNewer = 'Open it'
export const asOf = 'figures of {when}'
export const notFigured = 'no figures yet'
export const entries = 'Entries'
export const toDays = 'These days on the overview'
export const all = 'All reports'
export const noReport = 'There is no such report.'
export const noReportMore = 'Reports are seen by those alone for whom they were made.'

export const pdf = 'PDF'
export const pdfOf = 'PDF of {name}'
export const download = 'Download the PDF'
export const size = '{kb} KB'
export const notReady = 'The PDF is not there yet.'
export const mailIt = 'Mail it to me'
export const mailAgain = 'Mail it once more'

export const waits = 'It waits for its turn.'
export const drawn = 'The figures are taken, the sheet is drawn.'
export const mailNext = 'The PDF is on the shelf, the mail is next.'
export const sending = 'The mail is on its way.'
export const sent = 'Mailed {when}'
export const kept = 'Kept here'
export const short = {
  unverified: 'Not mailed: address not confirmed',
  'switched-off': 'Not mailed: switched off',
  stopped: 'Not mailed: mail is stopped',
  refused: 'Not mailed: refused',
  'put-off': 'Not mailed: put off',
  'outcome-unknown': 'Perhaps mailed',
  'no-access': 'Not made: no access',
  broken: 'Not made',
} as const
export const troubles = {
  unverified: 'It was not mailed, for your address is not confirmed. Confirm it, and have it mailed then.',
  'switched-off': 'It was not mailed, for mails of its kind are switched off. You can switch them on in the settings.',
  stopped: 'It was not mailed, for mail to your address is stopped. The settings say why, and what to do.',
  refused: 'The mail was refused. See whether your address is right, and have it mailed once more.',
  'put-off': 'It was not mailed: for a week the mail service put it off. Have it mailed once it works again.',
  'outcome-unknown': 'Nobody knows whether the mail arrived. If it is not in your mailbox, have it mailed once more.',
  'no-access': 'It was not made, for you cannot see this ledger any more.',
  broken: 'It could not be made, however often it was tried. Have it made anew.',
} as const

export const changedSince = 'Changed since'
export const changedBy = 'The figures have changed since: {parts}.'
export const sameSums = 'the same sums, other details'
export const changedParts = { income: 'income {amount}', expense: 'spent {amount}', net: 'net {amount}' } as const
export const makeEdition = 'Make edition {n}'
export const makeAnew = 'Make it anew'

export const nowMailed = 'Mailed: {name}'
export const nowKept = 'On the shelf: {name}'
export const nowTroubled = 'Not made: {name}'
export const thereAlready = 'It is here already, and nothing has changed since.'

export const of = 'Of'
export const aWeek = 'One week'
export const aPeriod = 'One month'
export const someDays = 'Any days'
export const which = 'Which'
export const soFar = '{period}, so far'
export const mailToo = 'Mail it to {address}, too'
export const mailOff = 'Once your address is confirmed, it can be mailed, too.'
export const make = 'Make it'
export const badRange = 'From the first day to the last, ten years at most.'

/** By the code of a refusal, where a form of its own would not know it. */
export const refusals = {
  'report-not-ready': 'The PDF is not there yet.',
  'email-unverified': 'Your address is not confirmed. The settings have the link.',
  'mail-stopped': troubles.stopped,
  'not-found': 'There is no such report.',
} as const
