/** The UUID of version 5 (RFC 9562) that a name always has within a namespace, itself a UUID. */
export function uuid5(namespace: string, name: string): string {
  const hash = sha1([...bytesOf(namespace), ...new TextEncoder().encode(name)])
  const [a = 0, b = 0, c = 0, d = 0] = hash
  const hex = [a, (b & 0xffff0fff) | 0x5000, (c & 0x3fffffff) | 0x80000000, d].map(hex8).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

const bytesOf = (uuid: string) => (uuid.replaceAll('-', '').match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16))

const hex8 = (word: number) => (word >>> 0).toString(16).padStart(8, '0')

/** Ours, because the domain knows no platform; good enough to tell names apart, and used for nothing else. */
function sha1(message: readonly number[]): readonly number[] {
  const words = padded(message)
  let state: readonly number[] = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0]
  for (let start = 0; start < words.length; start += 16) state = mixed(state, words.slice(start, start + 16))
  return state
}

/** Whole blocks of 16 words: the message, a one, zeros, and the message's length in bits. */
function padded(message: readonly number[]): number[] {
  const words: number[] = Array((((message.length + 8) >> 6) + 1) * 16).fill(0)
  for (const [i, byte] of [...message, 0x80].entries())
    words[i >> 2] = (words[i >> 2] ?? 0) | (byte << (24 - (i % 4) * 8))
  words[words.length - 1] = message.length * 8
  return words
}

function mixed(state: readonly number[], words: number[]): readonly number[] {
  let [a = 0, b = 0, c = 0, d = 0, e = 0] = state
  for (let i = 0; i < 80; i++) {
    if (i >= 16)
      words[i] = rotated(word(words, i - 3) ^ word(words, i - 8) ^ word(words, i - 14) ^ word(words, i - 16), 1)
    const sum = (rotated(a, 5) + round(i, b, c, d) + e + word(words, i)) | 0
    ;[a, b, c, d, e] = [sum, a, rotated(b, 30), c, d]
  }
  return [a, b, c, d, e].map((value, i) => (value + (state[i] ?? 0)) | 0)
}

function round(i: number, b: number, c: number, d: number): number {
  if (i < 20) return ((b & c) | (~b & d)) + 0x5a827999
  if (i < 40) return (b ^ c ^ d) + 0x6ed9eba1
  if (i < 60) return ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc
  return (b ^ c ^ d) + 0xca62c1d6
}

const word = (words: readonly number[], i: number) => words[i] ?? 0

const rotated = (value: number, by: number) => (value << by) | (value >>> (32 - by))
