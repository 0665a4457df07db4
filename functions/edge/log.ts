/** One line of JSON, the event's name first. Never an amount, an address, a token, or a message with a row's values. */
export function log(event: string, facts: { readonly [fact: string]: string | number | undefined }): void {
  if (isQuiet()) return
  process.stdout.write(`${JSON.stringify({ event, ...facts })}\n`)
}

// Read here and not in compose.ts: a line must be logged, or not, even when no setting could be read.
const isQuiet = () => process.env.LOG === 'off'

/** What may be told of an error: its name, its code, and the sentence of one that is written for operators. */
export function trace(error: unknown): { readonly error: string; readonly code?: string; readonly why?: string } {
  if (!(error instanceof Error)) return { error: typeof error }
  const code: unknown = Reflect.get(error, 'code')
  return {
    error: error.name,
    ...(typeof code === 'string' && { code }),
    ...(error.name === 'Sentence' && { why: error.message }),
  }
}
