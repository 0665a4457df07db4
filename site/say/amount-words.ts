import { readAmount } from '../amounts.ts'
import { numberFormat } from '../formats.ts'
import { numberLocale } from '../locale.ts'
import { bare, type Word } from './words.ts'

/** An amount among words: from which word on, how many they are, and what it says. */
export interface AmountFound {
  readonly at: number
  readonly length: number
  readonly sign: '+' | '-' | undefined
  /** As typed, without sign and currency. */
  readonly figures: string
  /** Said with it, by code or by sign. */
  readonly currency: string | undefined
}

/**
 * The amount among these words: one with a sign or a currency before one with decimals, that before the first word, and
 * of numbers that stand about the last one. `currencies` are those that may be named.
 */
export function amountIn(words: readonly Word[], currencies: readonly string[]): AmountFound | undefined {
  const found = words.flatMap((_, at) => amountAt(words, at, currencies) ?? [])
  const rank = ({ sign, currency, figures, at }: AmountFound) =>
    (sign ? 8 : 0) + (currency ? 4 : 0) + (/[.,]\d+$/.test(figures) ? 2 : 0) + (at === 0 ? 1 : 0)
  return found.reduce<AmountFound | undefined>((best, one) => (best && rank(best) > rank(one) ? best : one), undefined)
}

function amountAt(words: readonly Word[], at: number, currencies: readonly string[]): AmountFound | undefined {
  const { text = '' } = words[at] ?? {}
  const before = currencyOf(text, currencies)
  // "EUR 12" begins with its currency, which is no part of a name here
  if (before && words[at + 1]) {
    const rest = figuresAt(words, at + 1, currencies)
    return rest && !rest.currency ? { ...rest, at, length: rest.length + 1, currency: before } : undefined
  }
  const plain = figuresAt(words, at, currencies)
  if (!plain) return undefined
  const behind = plain.currency ? undefined : currencyOf(words[at + plain.length]?.text ?? '', currencies)
  return behind ? { ...plain, length: plain.length + 1, currency: behind } : plain
}

function figuresAt(words: readonly Word[], at: number, currencies: readonly string[]): AmountFound | undefined {
  const [, mark, rest = ''] = /^([+\-−–]?)(.*)$/.exec(words[at]?.text ?? '') ?? []
  const { currency, figures: first } = withoutCurrency(bare(rest), currencies)
  const { figures, length } = groups(first, words, at)
  // it is a number where it is an amount of three decimals, as many as there are, or of none
  if (!/^\d[\d.,'’\s]*$/.test(figures) || !['KWD', 'JPY'].some((any) => readAmount(figures, any).ok)) return undefined
  return { at, length, sign: mark === '+' ? '+' : mark ? '-' : undefined, figures, currency }
}

/** "1 234,50" is one number where the language parts thousands by a space. */
function groups(
  first: string,
  words: readonly Word[],
  at: number,
): { readonly figures: string; readonly length: number } {
  const group = numberFormat(numberLocale(), { useGrouping: true })
    .formatToParts(1234567)
    .find(({ type }) => type === 'group')
  let figures = first
  let length = 1
  if (!/\s/.test(group?.value ?? '') || !/^\d{1,3}$/.test(first)) return { figures, length }
  for (;;) {
    const next = bare(words[at + length]?.text ?? '')
    if (!/^\d{3}([.,]\d+)?$/.test(next)) return { figures, length }
    figures += next
    length += 1
  }
}

function withoutCurrency(text: string, currencies: readonly string[]) {
  for (const currency of currencies) {
    for (const name of namesOf(currency)) {
      const low = text.toLowerCase()
      if (low.startsWith(name)) return { currency, figures: text.slice(name.length) }
      if (low.endsWith(name)) return { currency, figures: text.slice(0, -name.length) }
    }
  }
  const sign = /^\p{Sc}|\p{Sc}$/u.exec(text)?.[0]
  return { currency: sign, figures: text.replace(sign ?? '', '') }
}

/** Of one that no account is kept in its sign, or its code in capitals: in small letters it may be a word. */
function currencyOf(text: string, currencies: readonly string[]): string | undefined {
  const own = currencies.find((one) => namesOf(one).includes(bare(text.toLowerCase())))
  const isForeign = /^\p{Sc}$/u.test(text) || Intl.supportedValuesOf('currency').includes(text)
  return own ?? (isForeign ? text : undefined)
}

/** Its code and its sign, with and without the dot that may end it. */
function namesOf(currency: string): readonly string[] {
  const format = numberFormat(numberLocale(), { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
  const sign = format.formatToParts(1).find(({ type }) => type === 'currency')?.value
  const names = [currency, sign ?? currency].map((name) => name.toLowerCase())
  return [...names, ...names.map(bare)]
}
