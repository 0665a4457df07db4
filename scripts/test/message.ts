/** What the process that runs test files tells the runner, file after file. */
export type Message =
  | { readonly kind: 'started' }
  | { readonly kind: 'said'; readonly text: string }
  | {
      readonly kind: 'suite'
      readonly passed: number
      readonly failed: number
      readonly skipped: number
      readonly errors: string
    }
  | { readonly kind: 'left-out'; readonly what: string; readonly why: string }
  /** A figure that a test took on its way and does not judge. */
  | { readonly kind: 'measured'; readonly text: string }
  /** `trouble` is what went wrong outside any test. */
  | { readonly kind: 'finished'; readonly trouble?: string }
