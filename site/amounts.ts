import { type Currency, currencyOf } from '../functions/domain/currency.ts'
import { formatAmount, parsePositive, parseSigned } from '../functions/domain/money.ts'
import { ok, type Result, refuse } from '../functions/domain/result.ts'
import { numberFormat } from './formats.ts'
import { numberLocale } from './locale.ts'

/** What a person types as an amount, "1 234,5" or "1,234.50", as the wire's decimal; refused rather than guessed. */
export function readAmount(text: string, currencyCode: string, signed = false): Result<string, 'bad-amount'> {
  const currency = currencyOf(currencyCode)
  const plain = currency.ok ? withPoint(text, currency.value) : undefined
  if (!currency.ok || plain === undefined) return refuse('bad-amount')
  const amount = (signed ? parseSigned : parsePositive)(plain, currency.value)
  return amount.ok ? ok(formatAmount(amount.value, currency.value)) : refuse('bad-amount')
}

/** An amount of the wire as it stands in a field: the locale's decimal sign, nothing between thousands. */
export function editable(wire: string): string {
  return wire.replace('.', separators().decimal)
}

/** The same number with a point before its decimals and nothing else between its digits. */
function withPoint(text: string, { digits }: Currency): string | undefined {
  // a space is between thousands, or between two numbers
  if (/\d{4}[\s'’]+\d|\d[\s'’]+(?!\d{3}(?!\d))\d/.test(text)) return undefined
  const tight = text.replace(/[\s'’]/g, '').replace('−', '-')
  const marks = tight.replace(/[^.,]/g, '')
  const mark = marks.at(-1)
  if (mark === undefined) return tight

  const other = mark === '.' ? ',' : '.'
  const times = marks.split(mark).length - 1
  if (marks.includes(other))
    return times === 1 && isGrouped(tight.split(mark)[0] ?? '', other) ? joined(tight, mark) : undefined
  // a mark that may part thousands does, where the locale writes it so or there is more than one
  const mayGroup = times > 1 || separators().group === mark
  if (!mayGroup || !isGrouped(tight, mark)) return times === 1 ? joined(tight, mark) : undefined
  // but where three decimals are usual, one mark may stand for either
  return times === 1 && digits === 3 ? undefined : tight.replaceAll(mark, '')
}

function isGrouped(text: string, mark: string): boolean {
  return /^-?[1-9]\d{0,2}(,\d{2,3})*,\d{3}$/.test(text.replaceAll(mark, ','))
}

function joined(text: string, mark: string): string {
  const [whole = '', part = ''] = text.split(mark)
  return `${whole.replace(/[.,]/g, '')}.${part}`
}

/** What the locale writes before decimals and between thousands. */
export function separators(): { readonly decimal: string; readonly group: string } {
  const all = numberFormat(numberLocale(), { useGrouping: true }).formatToParts(1234567.5)
  const part = (type: string) => all.find((one) => one.type === type)?.value ?? ''
  return { decimal: part('decimal'), group: part('group') }
}
