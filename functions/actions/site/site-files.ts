/** One file of the site, as the build puts it into the action. Bodies are base64. */
export interface SiteFile {
  /** A media type, with its charset where it is text. */
  readonly type: string
  readonly etag: string
  /** Its name holds a hash of its bytes: it may be kept for ever. */
  readonly immutable: boolean
  readonly body: string
  /** Absent where compressing does not pay. */
  readonly br?: string
  readonly gzip?: string
}

/** By path, as `/index.html`. */
export type SiteFiles = { readonly [path: string]: SiteFile }
