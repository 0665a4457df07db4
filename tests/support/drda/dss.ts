/**
 * DRDA's unit of transport, a data stream structure: two bytes of length, 0xD0, a byte of format, two of correlation,
 * then one object with a length and a code point of its own. See the DRDA and DDM standards of The Open Group.
 */
export interface Dss {
  readonly bytes: Buffer
  /** Its first object's code point; absent where the structure goes on past 32 KiB, which passes as it is. */
  readonly codePoint?: number
  readonly correlation: number
  /** False for what is only said. */
  readonly wantsReply: boolean
  /** Whether another structure belongs to the same request or reply. */
  readonly chained: boolean
}

export const kinds = { request: 1, reply: 2, object: 3 } as const

const noReply = 5
const chain = 0x40
const sameCorrelation = 0x10
const continued = 0x8000

/** Cuts a stream into structures, whatever pieces it arrives in. */
export function cutter(take: (dss: Dss) => void): (piece: Buffer) => void {
  let waiting = Buffer.alloc(0)
  return (piece) => {
    waiting = Buffer.concat([waiting, piece])
    for (let length = lengthOf(waiting); length !== undefined; length = lengthOf(waiting)) {
      take(read(Buffer.from(waiting.subarray(0, length))))
      waiting = waiting.subarray(length)
    }
  }
}

/** The bytes of the first structure with all its continuations; undefined while they have not all come. */
function lengthOf(bytes: Buffer): number | undefined {
  if (bytes.length < 10) return undefined
  let at = 0
  for (;;) {
    if (bytes.length < at + 2) return undefined
    const said = bytes.readUInt16BE(at)
    at += said & continued ? 0x7fff : said
    if (bytes.length < at) return undefined
    if (!(said & continued)) return at
  }
}

function read(bytes: Buffer): Dss {
  const whole = !(bytes.readUInt16BE(0) & continued)
  return {
    bytes,
    ...(whole && { codePoint: bytes.readUInt16BE(8) }),
    correlation: bytes.readUInt16BE(4),
    wantsReply: ((bytes[3] ?? 0) & 0x0f) !== noReply,
    chained: ((bytes[3] ?? 0) & chain) !== 0,
  }
}

/** What the first object holds behind its code point, and nothing of what may follow it. */
export const bodyOf = ({ bytes }: Dss): Buffer => bytes.subarray(10, 6 + bytes.readUInt16BE(6))

/** A structure of one object. `next` says what follows it in the chain, when anything does. */
export function dss(
  kind: keyof typeof kinds,
  correlation: number,
  codePoint: number,
  body: Buffer,
  next?: 'same' | 'other',
): Buffer {
  const bytes = Buffer.alloc(10 + body.length)
  bytes.writeUInt16BE(bytes.length, 0)
  bytes[2] = 0xd0
  bytes[3] = kinds[kind] | (next ? chain : 0) | (next === 'same' ? sameCorrelation : 0)
  bytes.writeUInt16BE(correlation, 4)
  bytes.writeUInt16BE(4 + body.length, 6)
  bytes.writeUInt16BE(codePoint, 8)
  body.copy(bytes, 10)
  return bytes
}

export type Parameter = readonly [codePoint: number, value: Buffer]

/** A body that is a list of parameters; undefined where it is not. */
export function parametersOf(body: Buffer): readonly Parameter[] | undefined {
  const found: Parameter[] = []
  for (let at = 0; at < body.length; ) {
    const length = at + 4 <= body.length ? body.readUInt16BE(at) : 0
    if (length < 4 || at + length > body.length) return undefined
    found.push([body.readUInt16BE(at + 2), body.subarray(at + 4, at + length)])
    at += length
  }
  return found
}

export const parameterOf = (all: readonly Parameter[] | undefined, codePoint: number): Buffer | undefined =>
  all?.find(([found]) => found === codePoint)?.[1]

export function parameters(all: readonly Parameter[]): Buffer {
  return Buffer.concat(
    all.map(([codePoint, value]) => {
      const head = Buffer.alloc(4)
      head.writeUInt16BE(4 + value.length, 0)
      head.writeUInt16BE(codePoint, 2)
      return Buffer.concat([head, value])
    }),
  )
}

/** The same structure as the last of its chain. */
export function asLast(bytes: Buffer): Buffer {
  const out = Buffer.from(bytes)
  out[3] = (out[3] ?? 0) & 0x0f
  return out
}

/** The same structure with another body of its first object; what follows that stays. */
export function withBody({ bytes }: Dss, body: Buffer): Buffer {
  const out = Buffer.concat([bytes.subarray(0, 10), body, bytes.subarray(6 + bytes.readUInt16BE(6))])
  out.writeUInt16BE(out.length, 0)
  out.writeUInt16BE(4 + body.length, 6)
  return out
}
