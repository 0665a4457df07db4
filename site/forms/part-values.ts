import { minus, sum } from '../../functions/domain/money.ts'
import { editable, readAmount } from '../amounts.ts'
import { digitsOf, minorOf, wireOf } from '../figures.ts'
import { refusals } from '../messages/en-entry.ts'
import { t } from '../messages/t.ts'
import { faultText, learnRefusals } from '../refusals.ts'
import type { Draft } from '../state/entries.ts'
import type { Faults, Values } from '../state/state.ts'

// for every form that reads an entry
learnRefusals(refusals)

type Split = NonNullable<Draft['splits']>[number]

/** The field for the category of an entry of this kind: income has one of its own, so that neither takes the other's place. */
export function filedIn({ kind }: { readonly kind?: string | undefined }): 'categoryId' | 'incomeId' {
  return kind === 'income' ? 'incomeId' : 'categoryId'
}

/** The parts of a split entry, by the names under which its fields stand in the form: part-a-amount and so on. */
export function partsIn({ parts = '' }: Values): readonly string[] {
  return parts.split(' ').filter(Boolean)
}

export function partValues(splits: readonly Split[], of: Parameters<typeof filedIn>[0] = {}): Values {
  const fields = splits.flatMap(({ amount, categoryId = '', note = '' }, n) => [
    [`part-${n}-amount`, editable(amount)],
    [`part-${n}-${filedIn(of)}`, categoryId],
    [`part-${n}-note`, note],
  ])
  return { parts: splits.map((_, n) => n).join(' '), ...Object.fromEntries(fields) }
}

/** One more part, which takes what is left; of an entry without parts, two, of which the first takes all. */
export function withPart(values: Values, currency: string): Values {
  const names = partsIn(values)
  const next = String(Math.max(-1, ...names.map(Number)) + 1)
  if (names.length === 0) {
    const filed = filedIn(values)
    const first = { 'part-0-amount': values.amount ?? '', [`part-0-${filed}`]: values[filed] ?? '' }
    return { ...values, ...first, parts: '0 1' }
  }
  const left = leftOf(values, currency)
  const rest = left && !left.startsWith('-') && /[1-9]/.test(left) ? editable(left) : ''
  return { ...values, [`part-${next}-amount`]: rest, parts: [...names, next].join(' ') }
}

/** Without this part; of two, no parts are left, and the entry is filed as the other one was. */
export function withoutPart(values: Values, name: string): Values {
  const left = partsIn(values).filter((one) => one !== name)
  const isSplit = left.length > 1
  // a part that is made later may have the name of one that went
  const begins = isSplit ? `part-${name}-` : 'part-'
  const others = Object.fromEntries(Object.entries(values).filter(([field]) => !field.startsWith(begins)))
  if (isSplit) return { ...others, parts: left.join(' ') }
  const filed = filedIn(values)
  return { ...others, parts: '', [filed]: values[`part-${left[0]}-${filed}`] ?? '' }
}

/** What the parts leave of the amount, on the wire; undefined while one of them is no amount. */
export function leftOf(values: Values, currency: string): string | undefined {
  const whole = readAmount(values.amount ?? '', currency)
  const parts = partsIn(values).map((name) => readAmount(values[`part-${name}-amount`] || '0', currency, true))
  if (!whole.ok || !parts.every((one) => one.ok)) return undefined
  const shared = sum(parts.map((one) => minorOf(one.value)))
  return wireOf(minus(minorOf(whole.value), shared), digitsOf(whole.value))
}

export function readParts(values: Values, currency: string): { readonly splits: Split[]; readonly faults: Faults } {
  const faults: { [field: string]: string } = {}
  const splits = partsIn(values).flatMap((name) => {
    const amount = readAmount(values[`part-${name}-amount`] ?? '', currency)
    if (!amount.ok) {
      faults[`part-${name}-amount`] = faultText(amount.error)
      return []
    }
    const [categoryId, note] = [values[`part-${name}-${filedIn(values)}`], values[`part-${name}-note`]]
    return [{ amount: amount.value, ...(categoryId && { categoryId }), ...(note && { note }) }]
  })
  const left = leftOf(values, currency)
  if (splits.length > 0 && left && /[1-9]/.test(left)) faults.parts = t(refusals['splits-do-not-add-up'])
  return { splits, faults }
}
