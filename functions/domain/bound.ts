/**
 * A decimal bound ("12.345") in minor units of a currency with so many digits, such that comparing whole units says the
 * same as comparing decimals: a lower bound is rounded up, an upper one down.
 */
export function boundIn(text: string, digits: number, end: 'min' | 'max'): bigint {
  const [whole = '0', part = ''] = text.split('.')
  const kept = BigInt(whole + part.slice(0, digits).padEnd(digits, '0'))
  const more = /[1-9]/.test(part.slice(digits))
  return end === 'min' && more ? kept + 1n : kept
}
