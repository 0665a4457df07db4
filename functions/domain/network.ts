/**
 * What of an IP address is one caller's: all of IPv4, the first 64 bits of IPv6, for each household has at least as many
 * addresses as fit below. Absent for what is no address, and for loopback: behind it may be everybody.
 */
export function networkOf(address: string): string | undefined {
  const mapped = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped) return mapped.startsWith('127.') ? undefined : mapped
  if (!address.includes(':') || !URL.canParse(`http://[${address}]`)) return undefined

  // URLs write an address in one way only: lower case, no leading zeros, the longest run of zeros as `::`.
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail ? tail.split(':') : []
  const groups = [...before, ...Array(8 - before.length - after.length).fill('0'), ...after]
  return groups.join(':') === '0:0:0:0:0:0:0:1' ? undefined : `${groups.slice(0, 4).join(':')}::/64`
}
