/** Opaque secrets of 256 random bits, and what of them may be stored. */
export interface Secrets {
  make(): { readonly secret: string; readonly hash: string }
  /** SHA-256, hexadecimal. */
  hashOf(secret: string): string
}
