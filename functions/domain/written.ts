export interface AmountStyle {
  /** Left out: no sign of a currency, as in a column that says it once. */
  readonly currency?: string | undefined
  /** A plus on what is more than nothing. */
  readonly plus?: boolean | undefined
}

/** How a locale writes amounts with so many decimals, always in the digits that tables and keyboards here have. */
export function amountFormat(locale: string, digits: number, { currency, plus }: AmountStyle = {}): Intl.NumberFormat {
  return new Intl.NumberFormat(numberLocale(locale), {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: plus ? 'exceptZero' : 'negative',
    ...(currency && { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }),
  })
}

export function numberLocale(locale: string): string {
  return `${new Intl.Locale(locale).baseName}-u-nu-latn`
}

/** Dates are words, so they keep the language of the page or the mail, in the order of the person's country. */
export function dateLocale(locale: string, language: string): string {
  const own = new Intl.Locale(locale)
  // where it names no country, the likeliest, which the platform is slow to find
  return `${language}-${own.region ?? own.maximize().region ?? 'GB'}-u-nu-latn-ca-gregory`
}

/** Days from the first to the last, both in it; texts of the wire. */
export interface Span {
  readonly start: string
  readonly end: string
}

/** Gives the format for these options, in UTC, of one language. */
export type DateFormats = (options: Intl.DateTimeFormatOptions) => Intl.DateTimeFormat

export function isCalendarMonth({ start, end }: Span): boolean {
  const after = new Date(Date.parse(end) + 86_400_000).toISOString().slice(0, 10)
  return start.slice(0, 7) === end.slice(0, 7) && start.endsWith('-01') && after.endsWith('-01')
}

/** "November 2026" where the period is a calendar month, else its first and last day. */
export function periodTitle(period: Span, formats: DateFormats, month?: 'short' | 'long'): string {
  if (!isCalendarMonth(period)) return spanText(period, formats, month)
  return formats({ month: 'long', year: 'numeric' }).format(Date.parse(period.start))
}

/** "1 – 30 Nov 2026", as the person's country writes it. */
export function spanText({ start, end }: Span, formats: DateFormats, month: 'short' | 'long' = 'short'): string {
  return formats({ day: 'numeric', month, year: 'numeric' }).formatRange(Date.parse(start), Date.parse(end))
}

/** Short, for under a bar. Twelve of them side by side reach over years where each is as long as one: then the year says which. */
export function periodLabel(period: Span, formats: DateFormats): string {
  return formats(labelOptions(period)).format(Date.parse(period.start))
}

function labelOptions(period: Span): Intl.DateTimeFormatOptions {
  if (isCalendarMonth(period)) return { month: 'short' }
  const days = (Date.parse(period.end) - Date.parse(period.start)) / 86_400_000 + 1
  if (days < 365) return { day: 'numeric', month: 'short' }
  const isWhole = period.start.endsWith('-01-01') && period.end.endsWith('-12-31')
  return isWhole ? { year: 'numeric' } : { month: 'short', year: 'numeric' }
}
