import { randomFillSync } from 'node:crypto'
import type { Clock } from '../../ports/clock.ts'
import type { Ids } from '../../ports/ids.ts'

/** UUIDs of version 7 (RFC 9562): 48 bits of milliseconds, then a counter that grows within one, then chance. */
export function uuidV7(clock: Clock): Ids {
  const bytes = Buffer.alloc(16)
  let last = 0
  let count = 0

  return {
    next() {
      randomFillSync(bytes, 8)
      last = Math.max(last, clock.now())
      count = (count + 1) % 0x1000
      if (count === 0) last += 1
      bytes.writeUIntBE(last, 0, 6)
      bytes.writeUInt16BE(0x7000 | count, 6)
      bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8)
      const hex = bytes.toString('hex')
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
    },
  }
}
