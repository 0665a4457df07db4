/** A new id (UUID version 7): 48 bits of time first, so that stores keep rows in the order of their making; then chance. */
export function uuidV7(now: number, random: Uint8Array = crypto.getRandomValues(new Uint8Array(10))): string {
  const hex = Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('')
  const id = `${now.toString(16).padStart(12, '0')}7${hex.slice(0, 3)}${'89ab'[(random[2] ?? 0) & 3]}${hex.slice(5)}`
  return id.replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
