import { dateLocale } from '../locale.ts'
import { platformWords } from '../messages/t.ts'
import { option } from './field.ts'

/** All currencies that the platform knows, by code and name. */
export function currencyOptions(wanted?: string) {
  const names = new Intl.DisplayNames(dateLocale(), { type: 'currency' })
  return Intl.supportedValuesOf('currency').map((code) =>
    option(code, `${code} · ${platformWords(names.of(code) ?? '')}`, wanted),
  )
}
