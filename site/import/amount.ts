import type { Currency } from '../../functions/domain/currency.ts'
import { fromStore, type Minor } from '../../functions/domain/money.ts'

export type DecimalSign = '.' | ','

/**
 * An amount as a bank writes it: "1.234,50", "-12.5", "12,50-", "(12.50)", "+€ 3", "12.50 EUR", "Rs. 350". In minor units, with its
 * sign; undefined for what is none, has more decimals than its currency, or may be read in two ways.
 */
export function readMoney(text: string, sign: DecimalSign, { digits }: Pick<Currency, 'digits'>): Minor | undefined {
  const isOwed = /^\s*\(.*\)\s*$/.test(text) || /[-−]/.test(text)
  const marked = text.replace(/[()+\-−\s'’\u00a0\u202f]|\p{Sc}|[A-Z]{3}|\b(?:Rs|Fr)\.?/gu, '')
  const plain = marked.replace(/[.,]/g, (mark) => (mark === sign ? '.' : ','))
  const [matched, whole = '', part = ''] =
    /^(\d{1,15}|[1-9]\d{0,2}(?:,\d{2,3}){0,3},\d{3})(?:\.(\d*))?$/.exec(plain) ?? []
  // where three decimals are usual, one mark between thousands may as well stand before them
  const isUnsure = digits === 3 && /^\d+,\d+$/.test(plain)
  if (matched === undefined || isUnsure || part.replace(/0+$/, '').length > digits) return undefined
  const value = BigInt(whole.replaceAll(',', '') + part.slice(0, digits).padEnd(digits, '0'))
  return fromStore(isOwed ? -value : value)
}

/** The mark that stands before the last digits: "1.234,50" has a comma, "1,234" has none to tell by. */
export function guessSign(texts: readonly string[], usual: DecimalSign): DecimalSign {
  const votes = texts.map((text) => /([.,])(\d{1,2})\D*$/.exec(text)?.[1]).filter((one) => one !== undefined)
  const commas = votes.filter((one) => one === ',').length
  if (votes.length === 0) return usual
  return commas * 2 > votes.length ? ',' : '.'
}
