import { deflateSync } from 'node:zlib'

/** A drawing as it was rendered: red, green, blue and alpha of each pixel, the colours multiplied by the alpha. */
export interface Raster {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
}

/**
 * A raster as PNG. Charts are flat: up to 256 colours are named once and each pixel is one byte, which takes a third of
 * the renderer's own time to pack, and half the room in a mail.
 */
export function pngOf({ width, height, pixels }: Raster): Uint8Array {
  const colours = new Uint32Array(pixels.slice().buffer)
  const named = byName(colours, width)
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, named ? 3 : 6], 8)
  const names = named ? straight(named.colours) : new Uint8Array()
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    ...(named
      ? [
          chunk(
            'PLTE',
            names.filter((_, place) => place % 4 !== 3),
          ),
        ]
      : []),
    ...(named
      ? [
          chunk(
            'tRNS',
            names.filter((_, place) => place % 4 === 3),
          ),
        ]
      : []),
    chunk('IDAT', deflateSync(named ? named.rows : inFull(straight(colours), 4 * width))),
    chunk('IEND', new Uint8Array()),
  ])
}

/** Rows of the colours' numbers; nothing where those are too many. Each row begins with a zero: it is not filtered. */
function byName(pixels: Uint32Array, width: number) {
  const known = new Map<number, number>()
  const rows = new Uint8Array(pixels.length + pixels.length / width)
  for (let place = 0, at = 1; place < pixels.length; at++) {
    const end = place + width
    while (place < end) {
      const from = place
      const colour = pixels[from] ?? 0
      do place++
      while (place < end && pixels[place] === colour)
      const number = known.get(colour) ?? known.size
      if (number > 255) return undefined
      known.set(colour, number)
      if (number > 0) rows.fill(number, at, at + place - from)
      at += place - from
    }
  }
  return { rows, colours: Uint32Array.from(known.keys()) }
}

function inFull(bytes: Uint8Array, stride: number): Uint8Array {
  const rows = new Uint8Array(bytes.length + bytes.length / stride)
  for (let from = 0, at = 1; from < bytes.length; from += stride, at += stride + 1)
    rows.set(bytes.subarray(from, from + stride), at)
  return rows
}

/** The colours as they are without their alpha. */
function straight(colours: Uint32Array): Uint8Array {
  const bytes = new Uint8Array(colours.slice().buffer)
  for (let at = 0; at < bytes.length; at += 4) {
    const alpha = bytes[at + 3] ?? 0
    if (alpha === 0 || alpha === 255) continue
    for (let part = at; part < at + 3; part++) bytes[part] = Math.round(((bytes[part] ?? 0) * 255) / alpha)
  }
  return bytes
}

function chunk(type: string, body: Uint8Array): Uint8Array {
  const bytes = Buffer.alloc(body.length + 12)
  bytes.writeUInt32BE(body.length)
  bytes.write(type, 4, 'latin1')
  bytes.set(body, 8)
  bytes.writeUInt32BE(crc(bytes.subarray(4, -4)), body.length + 8)
  return bytes
}

/** As PNG wants it; Node's own came with 20.15. */
function crc(bytes: Uint8Array): number {
  let sum = ~0
  for (const byte of bytes) sum = (table[(sum ^ byte) & 255] ?? 0) ^ (sum >>> 8)
  return ~sum >>> 0
}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte
  for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  return sum
})
