// What the landing page says.

export const everyOutlay = 'Every outlay,'
export const accountedFor = 'accounted for.'
export const promise =
  'Write down what you spend in five seconds. Know what is left for each day. Get a letter about it every week, with a PDF that stays on file.'
export const lookAround = 'Look around with sample data'
export const noAccount = 'No account needed to look. The sample lives in your browser and nowhere else.'
export const weekly = 'Weekly report'
export const quietWeek = 'A quiet week: {spent} went out, and the month is {inHand} under pace.'
export const parts = {
  home: 'Home',
  food: 'Food',
  leisure: 'Leisure',
  shopping: 'Shopping',
  health: 'Health and care',
  giving: 'Gifts and giving',
  transport: 'Getting around',
  restaurants: 'Restaurants',
} as const
export const spent = 'Spent'
export const oneCalculation =
  'The letter, the PDF and the screen come from one calculation. The sums are the same everywhere.'
export const sayIt = 'Say it, and it is saved'
export const typed = '{amount} lunch saturday @card'
export const howRead = 'How it is read'
export const typedFor = 'lunch'
export const typedAccount = 'Card'
export const readAmount = 'amount'
export const readFor = 'category'
export const readDay = 'day'
export const readAccount = 'account'
export const sayItMore = 'One key from anywhere, one thumb on a phone. Works without a network.'
export const early = 'A limit that speaks early'
export const limitLeft = '{amount} left, ahead of pace'
export const limitSpent = '{spent} of {amount}'
export const limitDaily = '{amount} a day for {n, plural, one {# day} other {# days}}'
export const earlyMore = 'It says so at 80 %, again when it is crossed, and every day what is left for the day.'
export const aLetter = 'A letter, not a log-in'
export const aLetterMore = 'Weekly and monthly, at your hour. Each report is kept as it was sent.'
export const plainFacts = 'Plain facts'
export const licence = 'Outlay is open source, under the Apache licence 2.0.'
export const apiDocument = 'The API, for programs'
export const price = 'Price'
export const priceText = 'None. Open source: run it yourself on one small box, or as functions in a cloud.'
export const yourData = 'Your data'
export const yourDataText = 'Export all of it, delete all of it, at any time. No bank log-in is asked for.'
export const others = 'Third parties'
export const othersText = 'This site calls no one else. No tracker, no font server, no cookie but your session’s.'
export const everyone = 'For everyone'
export const everyoneText =
  'Works by keyboard and by screen reader, in light and dark, from 320 pixels up and at 200 % zoom.'
