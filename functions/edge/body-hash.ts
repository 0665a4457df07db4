import { createHash } from 'node:crypto'

/**
 * SHA-256 (hex) of what a body means: the order of fields, "12.5" for "12.50" and a list left empty make no other row.
 * A row keeps the hash of what it was made from, which tells a retry from another row under the same id.
 */
export function bodyHash(body: object): string {
  return createHash('sha256')
    .update(JSON.stringify(canonical(body)))
    .digest('hex')
}

const amounts = ['amount', 'toAmount']

function canonical(value: unknown, field = ''): unknown {
  if (typeof value === 'string') return amounts.includes(field) ? plainest(value) : value
  if (Array.isArray(value)) return value.map((item) => canonical(item))
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .filter(([, inner]) => inner !== undefined && !(Array.isArray(inner) && inner.length === 0))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, inner]) => [name, canonical(inner, name)])
}

/** "007.50" is "7.5", and "3.00" is "3". */
function plainest(amount: string): string {
  const [whole = '', part = ''] = amount.split('.')
  const decimals = part.replace(/0+$/, '')
  const units = whole.replace(/^0+(?=\d)/, '')
  return decimals ? `${units}.${decimals}` : units
}
