// What is said about an entry that is typed as one line.

export const title = 'Add an entry'
export const line = 'Amount and what for, in your own words'
export const placeholder = '12.50 lunch'
export const readAs = 'How it was read'
export const roles = {
  amount: 'amount',
  day: 'day',
  account: 'account',
  toAccount: 'to account',
  toAmount: 'arriving',
  tag: 'tag',
  payee: 'payee',
  category: 'category',
  note: 'note',
} as const
export const troubles = {
  'no-amount': 'How much? Begin with the amount, such as 12.50.',
  'bad-amount': 'This amount has more decimals than its currency.',
  'other-currency': 'This account is kept in another currency.',
  'no-account': 'There is no such account.',
  'no-to-account': 'To which account? Name it behind the arrow.',
  'same-account': 'From and to are the same account.',
  'no-to-amount': 'How much arrives, in {currency}? Add it at the end.',
} as const
export const asBefore = 'as last time'
export const payee = 'Payee'
export const tags = 'Tags'
export const dayBefore = 'One day earlier'
export const dayAfter = 'One day later'
export const wouldLeave = '{name} would have {left} left for {n, plural, one {# day} other {# days}}.'
export const wouldLeaveNone = '{name} would be {over} over its limit.'
export const suggestions = 'Did you mean'
export const enter = 'Enter'
export const plainForm = 'Use the plain form'
export const help =
  'Also: +2500 salary for money in, 50 > savings to move it, a day such as yesterday or fri, @card, #team.'
// Words that may stand before a day, and mean nothing more.
export const beforeDays = 'on last'
// With these a weekday is the next one.
export const nextDays = 'next'
export const helpArrows = 'Arrow up and down change the day.'
