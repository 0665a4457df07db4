export const dayOrders = ['ymd', 'dmy', 'mdy'] as const
export type DayOrder = (typeof dayOrders)[number]

/** How the locale orders a day. */
export function usualOrder(locale: string): DayOrder {
  const parts = new Intl.DateTimeFormat(locale, { year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(0)
  const order = parts
    .flatMap(({ type }) => (type === 'year' || type === 'month' || type === 'day' ? type[0] : []))
    .join('')
  return dayOrders.find((one) => one === order) ?? 'dmy'
}
