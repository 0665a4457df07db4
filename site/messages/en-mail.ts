// What is said about mail: where it goes and what is sent.

export const title = 'Mail'
export const isConfirmed = 'confirmed'
export const notConfirmed = 'Not confirmed yet. Nothing is sent to it before the link in our mail was opened.'
export const sendAgain = 'Send the link again'
export const linkSent = 'The link is on its way. It works once, for half an hour.'
export const stopped = {
  bounced:
    'Mail to this address came back, so nothing is sent to it. See whether it works again, then confirm it anew.',
  reported:
    'A mail of ours was marked as unwanted, so nothing is sent any more. To have mail again, confirm the address anew.',
  dropped: 'The mail service takes nothing for this address any more. See what is wrong with it, then confirm it anew.',
} as const
export const alerts = 'Limit alerts'
export const alertsHint = 'A mail when 80 % of a limit is spent, and when all of it is: once each.'
export const saved = 'Saved.'

export const kinds = { weekly: 'Weekly report', monthly: 'Monthly report' } as const
export const how = 'What happens'
export const hows = {
  off: 'None is made',
  shelf: 'Made and kept on the shelf',
  mail: 'Made, kept and mailed',
} as const
export const unverifiedHint = 'It is mailed once your address is confirmed.'
export const covers = 'Covers'
export const own = 'Each period of the ledger'
export const eachMonth = 'Each calendar month'
export const weekFrom = 'The week from {weekday}'
export const comes = 'Comes'
export const onNextDay = '{weekday}, the day after'
export const onWeekday = '{weekday}, {n, plural, one {# day after} other {# days after}}'
export const nextDay = 'The day after its end'
export const daysAfter = '{n, plural, one {# day after its end} other {# days after its end}}'
export const hour = 'At'
export const hourHint = 'By the clocks of {zone}.'
export const nextOne = 'The next one comes {when} and covers {period}.'
export const noneComes = 'None comes.'

/** By the code of a refusal, where a form of its own would not know it. */
export const refusals = {
  'mail-refused': 'The mail service refused this address. See whether it is right.',
} as const
