import { readAmount } from '../amounts.ts'
import type { Filter } from '../state/filter.ts'

const ofBox = ['text', 'tag', 'min', 'max'] as const

/**
 * What is typed into the box for searching, as filters: "#team" is a tag, "12.50" that very amount, ">100" and "<20" are
 * amounts above and below, all else are words. Only filters that the box has set before are taken back by it.
 */
export function filterOfBox(typed: string, before: string, filter: Filter, currency: string): Filter {
  const was = partsOf(before, currency)
  const kept = Object.fromEntries(
    Object.entries(filter).filter(([name, value]) => !ofBox.some((one) => one === name && was[one] === value)),
  )
  return { ...kept, ...partsOf(typed, currency) }
}

function partsOf(typed: string, currency: string): Filter {
  const words: string[] = []
  const parts: { text?: string; tag?: string; min?: string; max?: string } = {}
  for (const word of typed.split(/\s+/).filter(Boolean)) {
    const [, mark = '', rest = ''] = /^([#<>≥≤]?=?)(.*)$/.exec(word) ?? []
    const amount = readAmount(rest, currency)
    if (mark === '#' && rest) parts.tag = [...rest].slice(0, 40).join('')
    else if (amount.ok && /^[>≥]/.test(mark)) parts.min = amount.value
    else if (amount.ok && /^[<≤]/.test(mark)) parts.max = amount.value
    else if (amount.ok && mark === '') [parts.min, parts.max] = [amount.value, amount.value]
    else words.push(word)
  }
  if (words.length > 0) parts.text = words.join(' ').slice(0, 200)
  return parts
}
