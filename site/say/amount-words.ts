import { readAmount, separators } from '../amounts.ts'
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
    const rest = figuresAt(words, at + 1, currencies, true)
    return rest && !rest.currency ? { ...rest, at, length: rest.length + 1, currency: before } : undefined
  }
  const plain = figuresAt(words, at, currencies)
  if (!plain) return undefined
  const behind = plain.currency ? undefined : currencyOf(words[at + plain.length]?.text ?? '', currencies)
  return behind ? { ...plain, length: plain.length + 1, currency: behind } : plain
}

/**
 * "1 234,50" is one number where the language parts thousands by a space; elsewhere, too, if it has decimals and stands
 * behind no word, to which the first group could belong as in "iphone 15 899.00".
 */
function figuresAt(
  words: readonly Word[],
  at: number,
  currencies: readonly string[],
  isAlone = at === 0,
): AmountFound | undefined {
  const [one = '', ...more] = words.slice(at).map(({ text }) => bare(text))
  const [, mark, rest = ''] = /^([+\-−–]?)(.*)$/.exec(one) ?? []
  const { currency, figures: first } = withoutCurrency(rest, currencies)
  const [run = first] = /^\d{1,3}( \d{3})+([.,]\d+)?(?= |$)/.exec([first, ...more].join(' ')) ?? []
  const figures = /\s/.test(separators().group) || (isAlone && /[.,]/.test(run)) ? run : first
  // it is a number where it is an amount of three decimals, as many as there are, or of none
  if (!/^\d[\d.,'’\s]*$/.test(figures) || !['KWD', 'JPY'].some((any) => readAmount(figures, any).ok)) return undefined
  return { at, length: figures.split(' ').length, sign: mark === '+' ? '+' : mark ? '-' : undefined, figures, currency }
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
