/** The part of hash-wasm that is Argon2, a seventh of the whole: Node knows none of its names, so it comes as one value. */
declare module 'hash-wasm/dist/argon2.umd.min.js' {
  const argon2: Pick<typeof import('hash-wasm'), 'argon2id' | 'argon2Verify'>
  export = argon2
}
