import type { Currency } from '../../domain/currency.ts'
import type { Day } from '../../domain/day.ts'
import { fill, type Named } from '../../domain/message.ts'
import { formatAmount, type Minor } from '../../domain/money.ts'
import type { Period } from '../../domain/period.ts'
import { amountFormat, dateLocale, numberLocale, periodLabel, periodTitle } from '../../domain/written.ts'
import { type Catalogue, catalogues, languageOf, type Word } from './catalogue.ts'

type Filled<Text extends string> = [Named<Text>] extends [never]
  ? readonly []
  : readonly [values: { readonly [Name in Named<Text>]: string | number }]

type Days = 'number' | 'day' | 'dayAndYear' | 'date' | 'dateAndYear' | 'weekday' | 'weekdayAndDay' | 'month'

/** Words, numbers and days as somebody reads them. */
export interface Speaker {
  /** The language of the words and the country of the rest: "de-AT". */
  readonly tag: string
  t<Name extends Word>(name: Name, ...values: Filled<Catalogue[Name]>): string
  /** With the sign of the currency. */
  money(amount: Minor, currency: Currency, plus?: boolean): string
  /** Without it, as in a column that says it once. */
  figure(amount: Minor, currency: Currency, plus?: boolean): string
  /** A step of an axis, in whole units; thousands are shortened from ten of them on. */
  axis(value: number): string
  percent(whole: number, plus?: boolean): string
  /** Per cent with one decimal. */
  rate(value: number): string
  count(value: number): string
  day(day: Day, style?: Days): string
  /** "March 2026", or the first and last day. */
  title(period: Period): string
  /** Short, for under a bar. */
  label(period: Period): string
  moment(ms: number, timeZone: string): string
  currencyName(code: string): string
}

/** `canShow` tells whether a text has its letters; where a currency's sign has not, its code stands for it. */
export function speakerOf(locale: string, canShow: (text: string) => boolean = () => true): Speaker {
  const language = languageOf(locale)
  const tag = dateLocale(locale, language)
  const numbers = numberLocale(numbersOf(locale, tag))
  const figures = keeper((_, digits: number, plus: boolean) => amountsIn(numbers, digits, { plus }))
  const moneys = keeper((_, { code, digits }: Currency, plus: boolean) => {
    const format = amountsIn(numbers, digits, { currency: code, plus })
    if (canShow(format.format(0))) return format
    return numbersIn(numbers, { ...format.resolvedOptions(), currencyDisplay: 'code' })
  })
  const counts = keeper((_: string, options: Intl.NumberFormatOptions) => numbersIn(numbers, options))
  const dates = keeper((_: string, options: Intl.DateTimeFormatOptions) =>
    datesIn(tag, { timeZone: 'UTC', ...options }),
  )
  const formats = (options: Intl.DateTimeFormatOptions) => dates(JSON.stringify(options), options)
  const number = (name: string, value: number, options: Intl.NumberFormatOptions) =>
    minused(counts(name, options).format(value))

  return {
    tag: new Intl.Locale(tag).baseName,
    t: (name, ...[values]) => fill(catalogues[language][name], values ?? {}, language),
    money: (amount, currency, plus = false) =>
      written(moneys(`${currency.code} ${plus}`, currency, plus), amount, currency),
    figure: (amount, currency, plus = false) =>
      written(figures(`${currency.digits} ${plus}`, currency.digits, plus), amount, currency),
    axis: (value) =>
      Math.abs(value) >= 10_000 ? number('short', value, { notation: 'compact' }) : number('axis', value, {}),
    percent: (whole, plus) =>
      number(`percent ${plus}`, whole / 100, { style: 'percent', ...(plus && { signDisplay: 'exceptZero' }) }),
    rate: (value) =>
      number('rate', value / 100, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 }),
    count: (value) => number('count', value, {}),
    day: (day, style = 'day') => dates(style, dayStyles[style]).format(Date.parse(day)),
    title: (period) => periodTitle(period, formats, 'long'),
    label: (period) => periodLabel(period, formats),
    moment: (ms, timeZone) => formats({ dateStyle: 'long', timeStyle: 'short', timeZone }).format(ms),
    currencyName: (code) => new Intl.DisplayNames(tag, { type: 'currency' }).of(code) ?? code,
  }
}

/** As the person's locale writes them; where that has another script than the words, as the language of the words does there. */
function numbersOf(locale: string, tag: string): string {
  return new Intl.Locale(locale).maximize().script === 'Latn' ? locale : tag
}

const dayStyles: { readonly [Style in Days]: Intl.DateTimeFormatOptions } = {
  number: { day: 'numeric' },
  day: { day: 'numeric', month: 'short' },
  dayAndYear: { day: 'numeric', month: 'short', year: 'numeric' },
  date: { day: 'numeric', month: 'long' },
  dateAndYear: { day: 'numeric', month: 'long', year: 'numeric' },
  weekday: { weekday: 'short' },
  weekdayAndDay: { weekday: 'short', day: 'numeric', month: 'short' },
  month: { month: 'long' },
}

/** Never through a float: the format gets the exact decimal. */
function written(format: Intl.NumberFormat, amount: Minor, currency: Currency): string {
  return minused(format.format(formatAmount(amount, currency) as `${number}`))
}

/** A true minus: it is as wide as the plus and stands at the height of figures. */
const minused = (text: string) => text.replace('-', '−')

/** A speaker finds its formats by short names. */
function keeper<Format, Rest extends readonly unknown[]>(make: (name: string, ...rest: Rest) => Format) {
  const kept = new Map<string, Format>()
  return (name: string, ...rest: Rest): Format => {
    const format = kept.get(name) ?? make(name, ...rest)
    kept.set(name, format)
    return format
  }
}

/**
 * A format costs far more to make than to use, and people share their countries: it outlives its speaker. Zones are
 * many, so past a number of formats all are let go.
 */
function lasting<Given extends readonly unknown[], Format>(make: (...given: Given) => Format) {
  const kept = new Map<string, Format>()
  return (...given: Given): Format => {
    const name = JSON.stringify(given)
    const known = kept.get(name)
    if (known) return known
    if (kept.size >= mostKept) kept.clear()
    const format = make(...given)
    kept.set(name, format)
    return format
  }
}

const mostKept = 200
const amountsIn = lasting(amountFormat)
const numbersIn = lasting((locale: string, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options))
const datesIn = lasting(
  (locale: string, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options),
)
