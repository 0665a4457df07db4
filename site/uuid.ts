/** A new id (UUID version 7): 48 bits of time first, so that stores keep rows in the order of their making; then chance. */
export function uuidV7(now: number, random: Uint8Array = crypto.getRandomValues(new Uint8Array(10))): string {
  const hex = [...random].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  const time = now.toString(16).padStart(12, '0')
  const variant = (8 + ((random[2] ?? 0) & 3)).toString(16)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(0, 3)}-${variant}${hex.slice(5, 8)}-${hex.slice(8)}`
}
