import { deflateSync } from 'node:zlib'

/** A drawing as it was rendered: red, green, blue and alpha of each pixel, the colours multiplied by the alpha. */
export interface Raster {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
}

/**
 * A raster as PNG. Charts are flat: up to 256 colours are named once and each pixel is one byte, which takes a fifth of
 * the renderer's own time to pack, and half the room in a mail.
 */
export function pngOf({ width, height, pixels }: Raster): Uint8Array {
  const colours = new Uint32Array(pixels.slice().buffer)
  const numbers = numbered(colours)
  const [depth, lines] = numbers ? [1, numbers.each] : [4, straight(colours)]
  const rows = Buffer.alloc(height * (1 + width * depth))
  // a row begins with its filter: none
  for (let row = 0; row < height; row++)
    rows.set(lines.subarray(row * width * depth, (row + 1) * width * depth), row * (1 + width * depth) + 1)

  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, numbers ? 3 : 6], 8)
  const palette = numbers ? straight(numbers.colours) : new Uint8Array()
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    ...(numbers
      ? [
          chunk(
            'PLTE',
            palette.filter((_, place) => place % 4 !== 3),
          ),
        ]
      : []),
    ...(numbers
      ? [
          chunk(
            'tRNS',
            palette.filter((_, place) => place % 4 === 3),
          ),
        ]
      : []),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', new Uint8Array()),
  ])
}

/** Each pixel's number among the colours; nothing where those are too many. */
function numbered(all: Uint32Array): { readonly each: Uint8Array; readonly colours: Uint32Array } | undefined {
  const known = new Map<number, number>()
  const each = new Uint8Array(all.length)
  let [last, number] = [-1, 0]
  for (let place = 0; place < all.length; place++) {
    const colour = all[place] ?? 0
    if (colour !== last) {
      last = colour
      number = known.get(colour) ?? known.size
      if (number > 255) return undefined
      known.set(colour, number)
    }
    each[place] = number
  }
  return { each, colours: Uint32Array.from(known.keys()) }
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
