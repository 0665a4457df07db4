declare const object: unique symbol

/** `<ledger id>/<random uuid>/<name>`: partitioned by ledger, not to be guessed, and never made of what people write. */
export type ObjectKey = string & { readonly [object]: true }

export interface StoredObject {
  readonly bytes: number
  readonly type: string
}

/** How a browser that follows a signed address is told to take the file. */
export interface Download {
  /** The name that it is saved under. */
  readonly filename: string
  readonly type: string
}

/**
 * Where files lie that no database should carry. Private: only a signed address opens one from outside. Throws
 * `Unavailable` when the store cannot be reached or keeps failing.
 */
export interface Objects {
  /** Whole or not at all; the same key again replaces what was there. `type` is a media type. */
  put(key: ObjectKey, body: Uint8Array, type: string): Promise<void>
  get(key: ObjectKey): Promise<Uint8Array | undefined>
  head(key: ObjectKey): Promise<StoredObject | undefined>
  /** Removing what is not there is no error. */
  remove(key: ObjectKey): Promise<void>
  /** An address that opens this one object for `seconds` from now, to be saved as `download` says. Asks no store. */
  signedUrl(key: ObjectKey, download: Download, seconds: number): Promise<string>
}
