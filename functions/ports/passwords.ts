/** Argon2id (19 MiB, t=2, p=1; OWASP's minimum) over the NFC form. One hash at a time in an instance. */
export interface Passwords {
  /** A standard encoded string, parameters and salt within. */
  hash(password: string): Promise<string>
  verify(password: string, hash: string): Promise<boolean>
  /** Takes as long as `verify`, so that an unknown address answers no sooner. */
  pretend(password: string): Promise<void>
}
