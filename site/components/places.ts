import * as en from '../messages/en.ts'

/** On the rail all of them; under the thumb the first three, and the others behind one more. */
export const places = [
  ['/', 'overview', en.overview],
  ['/entries', 'list', en.entries],
  ['/budgets', 'ruler', en.budgets],
  ['/reports', 'report', en.reports],
  ['/accounts', 'wallet', en.accounts],
  ['/categories', 'tag', en.categories],
  ['/payees', 'people', en.payees],
  ['/settings', 'gear', en.settings],
] as const
