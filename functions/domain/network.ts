/**
 * What of an IP address is one caller's: all of IPv4, the first 64 bits of IPv6, for each household has at least as many
 * addresses as fit below. Absent for what is no address, and for a private one: a proxy that everybody comes through has one.
 */
export function networkOf(address: string): string | undefined {
  const mapped = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped) return isPrivate(mapped) ? undefined : mapped
  if (!address.includes(':') || !URL.canParse(`http://[${address}]`)) return undefined

  // URLs write an address in one way only: lower case, no leading zeros, the longest run of zeros as `::`.
  const one = new URL(`http://[${address}]`).hostname.slice(1, -1)
  if (isPrivate(one)) return undefined
  const [head = '', tail] = one.split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail ? tail.split(':') : []
  const groups = [...before, ...Array(8 - before.length - after.length).fill('0'), ...after]
  return `${groups.slice(0, 4).join(':')}::/64`
}

/** Of this machine or of a network of its own, in lower case: no address on the Internet. */
export const isPrivate = (address: string): boolean =>
  /^(::ffff:)?(10|127|169\.254|192\.168|172\.(1[6-9]|2\d|3[01]))\.|^(::1$|f[cd]|fe[89ab])/.test(address)
