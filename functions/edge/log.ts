/** One line of JSON, the event's name first. Never an amount, an address, a token, or a message with a row's values. */
export function log(event: string, facts: { readonly [fact: string]: string | number | undefined }): void {
  if (isQuiet()) return
  process.stdout.write(`${JSON.stringify({ event, ...facts })}\n`)
}

// Read here and not in compose.ts: a line must be logged, or not, even when no setting could be read.
const isQuiet = () => process.env.LOG === 'off'

export type Trace = {
  readonly error: string
  readonly code?: string
  /** The code of what was behind it. */
  readonly cause?: string
  /** The sentence of one that is written for operators. */
  readonly why?: string
  /** Where it came from, of one that nobody foresaw: the last functions, with file, line and column. */
  readonly at?: string
}

/** What may be told of an error. Never its message. */
export function trace(error: unknown): Trace {
  if (!(error instanceof Error)) return { error: typeof error }
  const { name, message } = error
  const [code, cause] = [codeOf(error), codeOf(error.cause)]
  const isForeseen = name === 'Unavailable' || name === 'Sentence'
  const at = isForeseen ? '' : placesOf(error)
  return {
    error: name,
    ...(code && { code }),
    ...(cause && { cause }),
    ...(name === 'Sentence' && { why: message }),
    ...(at && { at }),
  }
}

function codeOf(error: unknown): string | undefined {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined
  return typeof code === 'string' ? code : undefined
}

/** A message may have lines of its own that look like places: it stands before them, and is passed over. */
function placesOf({ stack = '', message }: Error): string {
  const [, ...lines] = stack.slice(Math.max(0, stack.indexOf(message)) + message.length).split('\n')
  return lines
    .flatMap((line) => placeIn(line) ?? [])
    .slice(0, mostPlaces)
    .join(' < ')
}

const mostPlaces = 3

/** `addOne actions.js:7:3` of `    at async addOne (file:///srv/outlay/dist/actions.js:7:3)`: folders are nobody's business. */
function placeIn(line: string): string | undefined {
  const [, name = '', place = ''] = /^ {4}at (?:async )?(?:([\w$.<>]+) )?.*?([\w.-]+:\d+:\d+)\)?$/.exec(line) ?? []
  return place && [name, place].filter((part) => part !== '').join(' ')
}
