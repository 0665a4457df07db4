import { ok, type Result, refuse } from './result.ts'

/** An ISO 4217 code and how many decimals its amounts have. */
export type Currency = { readonly code: string; readonly digits: number }

export type BadCurrency = { readonly kind: 'bad-currency'; readonly text: string }

/** Takes three upper-case letters that the platform knows as a currency. */
export function currencyOf(code: string): Result<Currency, BadCurrency> {
  return codes.has(code) ? ok({ code, digits: digitsOf(code) }) : refuse({ kind: 'bad-currency', text: code })
}

const codes: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'))

// Digits say what a stored amount means, so they are ours: Intl's follow the ICU at hand
// (forints have none in Chrome and Node, two in Firefox and in ISO 4217) and move with its versions.
const withoutDecimals = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'.split(' ')
const withThree = 'BHD IQD JOD KWD LYD OMR TND'.split(' ')

function digitsOf(code: string): number {
  if (withoutDecimals.includes(code)) return 0
  return withThree.includes(code) ? 3 : 2
}
