import { formatAmount, fromStore } from '../functions/domain/money.ts'
import type { TransactionKind } from '../functions/domain/transaction.ts'
import type { AmountStyle } from '../functions/domain/written.ts'
import { amountFormat, numberFormat } from './formats.ts'
import { locale, numberLocale } from './locale.ts'
import { digitsOf } from './wire.ts'

export { digitsOf, minorOf } from './wire.ts'

/** An exact decimal of the wire as people read it: "-1234.50" becomes "−1,234.50". It never passes through a float. */
export function figure(wire: string, options: AmountStyle = {}): string {
  return text(parts(wire, options))
}

/** The same in two parts, for a headline that sets its decimals smaller. */
export function headline(wire: string, options: AmountStyle = {}): readonly [whole: string, rest: string] {
  const all = parts(wire, options)
  const point = all.findIndex(({ type }) => type === 'decimal')
  return point < 0 ? [text(all), ''] : [text(all.slice(0, point)), text(all.slice(point))]
}

/** A step of an axis, in whole units; thousands are shortened from ten of them on. */
export function axisFigure(value: number): string {
  const notation = Math.abs(value) >= 10_000 ? 'compact' : 'standard'
  return text(minused(numberFormat(numberLocale(), { notation }).formatToParts(value)))
}

export function percent(whole: number): string {
  return numberFormat(numberLocale(), { style: 'percent' }).format(whole / 100)
}

export function wireOf(value: bigint, digits: number): string {
  return formatAmount(fromStore(value), { digits })
}

/** The same amount with the other sign. */
export function negated(wire: string): string {
  return wire.startsWith('-') ? wire.slice(1) : /[1-9]/.test(wire) ? `-${wire}` : wire
}

/** An entry's amount with the sign that its kind gives it: money out has a minus, money in a plus, a transfer neither. */
export function signed(kind: TransactionKind, wire: string, currency?: string): string {
  if (kind === 'expense') return figure(`-${wire}`, { currency })
  return figure(wire, { currency, plus: kind !== 'transfer' })
}

function parts(wire: string, { currency, plus }: AmountStyle): Intl.NumberFormatPart[] {
  if (!isDecimal(wire)) return [{ type: 'literal', value: wire }]
  const digits = digitsOf(wire)
  return minused(amountFormat(locale(), digits, { currency, plus }).formatToParts(wire))
}

function text(all: readonly Intl.NumberFormatPart[]): string {
  return all.map(({ value }) => value).join('')
}

/** A true minus: it is as wide as the plus and stands at the height of figures. */
function minused(all: Intl.NumberFormatPart[]): Intl.NumberFormatPart[] {
  return all.map((part) => (part.type === 'minusSign' ? { ...part, value: part.value.replace('-', '−') } : part))
}

function isDecimal(text: string): text is `${number}` {
  return /^-?\d+(\.\d+)?$/.test(text)
}
