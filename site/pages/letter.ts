/**
 * What the landing page shows, of the sample household on a Sunday in November 2026. It adds up: a test asks the
 * household itself. Figures as on the wire; colours are the categories' own.
 */
export const letter = {
  currency: 'EUR',
  week: { start: '2026-11-16', end: '2026-11-22' },
  parts: [
    ['home', '157.47', 5],
    ['food', '130.80', 3],
    ['leisure', '80.34', 9],
    ['shopping', '72.83', 7],
    ['health', '71.02', 6],
    ['giving', '29.14', 1],
    ['transport', '5.02', 2],
  ],
  spent: '546.62',
  inHand: '115.40',
  typed: { amount: '12.50', day: '2026-11-21', today: '2026-11-23' },
  limit: { amount: '135.00', spent: '131.48', left: '3.52', pace: '99.00', daily: '0.39', days: 9 },
  months: [
    { day: '2026-08-01', income: '4575.00', expense: '3995.00' },
    { day: '2026-09-01', income: '4575.00', expense: '3286.71' },
    { day: '2026-10-01', income: '4575.00', expense: '3666.04' },
  ],
} as const
