import { type AmountStyle, amountFormat as amounts } from '../functions/domain/written.ts'

const kept = new Map<string, unknown>()

/** The one formatter for this locale and these options: to make one costs far more than to use it. */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return keep(`n ${locale} ${JSON.stringify(options)}`, () => new Intl.NumberFormat(locale, options))
}

export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return keep(`d ${locale} ${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(locale, options))
}

export function amountFormat(locale: string, digits: number, style: AmountStyle): Intl.NumberFormat {
  const { currency, plus } = style
  return keep(`a ${locale} ${digits} ${currency} ${plus}`, () => amounts(locale, digits, style))
}

function keep<Format>(name: string, make: () => Format): Format {
  const known = kept.get(name) ?? make()
  kept.set(name, known)
  return known as Format
}
