/** A short name for a message, made of its English words (FNV-1a, 32 bits): translations are found by it. */
export function keyOf(message: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < message.length; at += 1) {
    hash = Math.imul(hash ^ message.charCodeAt(at), 0x01000193)
  }
  return (hash >>> 0).toString(36)
}

/** Messages of a language by the keys of their English ones. */
export type Words = { readonly [key: string]: string }

/** Finds a message of a language by its English words. */
export function among(words: Words): (message: string) => string | undefined {
  return (message) => words[keyOf(message)]
}
