import { BlockList, isIP } from 'node:net'
import { Sentence } from '../../domain/sentence.ts'

/** Whether an address is one of those listed: addresses and networks with commas between them. Throws a `Sentence`. */
export function parseProxies(text: string): (address: string) => boolean {
  const list = new BlockList()
  for (const part of text.split(',')) {
    const [address = '', bits, ...rest] = part.trim().split('/')
    const family = familyOf(address)
    const most = family === 'ipv4' ? 32 : 128
    const prefix = bits === undefined ? most : /^[1-9]\d{0,2}$/.test(bits) ? Number(bits) : Number.NaN
    if (!family || !(prefix <= most) || rest.length > 0) {
      throw new Sentence('This is no list of addresses and networks, as in 10.0.0.7, 172.16.0.0/12, fd00::/8.')
    }
    list.addSubnet(address, prefix, family)
  }
  return (address) => {
    const family = familyOf(address)
    return family !== undefined && list.check(address, family)
  }
}

/** Undefined for what is no address, and for one with a zone, which means something on one machine only. */
function familyOf(address: string): 'ipv4' | 'ipv6' | undefined {
  if (address.includes('%')) return undefined
  const version = isIP(address)
  return version === 4 ? 'ipv4' : version === 6 ? 'ipv6' : undefined
}
