/** Opaque secrets of 256 random bits, and what of them may be stored. */
export interface Secrets {
  make(): { readonly secret: string; readonly hash: string }
  /** The secret that follows this one: made again from both, not to be guessed from one of them. */
  next(secret: string, salt: string): { readonly secret: string; readonly hash: string }
  /** SHA-256, hexadecimal. */
  hashOf(secret: string): string
}
