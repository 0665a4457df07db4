import { shape } from './components/shape.ts'
import { html } from './html.ts'

type Drawing = ReturnType<typeof html>

interface Kept {
  readonly about: string
  readonly leans: readonly unknown[]
  readonly drawing: Drawing
}

const kept = new Map<string, Kept>()

/**
 * The very drawing that was made under this name before, where nothing that it leans on is another by now: Preact knows
 * it again and looks no further into it. Its handlers are as old as it is, so they ask the state and keep none of it.
 */
export function same(name: string, leans: readonly unknown[], draw: () => unknown, about = ''): Drawing {
  const known = kept.get(name)
  return known && isAsBefore(known, leans) ? known.drawing : anew(name, leans, draw, about)
}

/** Made in any case, and kept for `same`; but not while a part of it waits. */
export function anew(name: string, leans: readonly unknown[], draw: () => unknown, about = ''): Drawing {
  const drawing = html`<${whole} draws=${draw()} />`
  if (!now?.isOwing) kept.set(name, { about, leans, drawing })
  return drawing
}

function isAsBefore({ leans: before }: Kept, leans: readonly unknown[]): boolean {
  return leans.length === before.length && leans.every((one, place) => one === before[place])
}

/** A list of things is no node; this is one that holds them. */
function whole({ draws }: { readonly draws: unknown }): unknown {
  return draws
}

/** When words and numbers are written in another way, everything is drawn anew. */
export function forget(): void {
  kept.clear()
}

/** Milliseconds of a pass after which nothing more is begun that can wait: a press or a key waits no longer than that. */
const longMs = 1

/** The pass over the page that goes on; none in a test, where all is drawn at once. */
let now: { readonly isLong: () => boolean; mayOne: boolean; isOwing: boolean } | undefined

/**
 * One pass over the page. Answers whether something waits for the next; a pass for what waits draws one of it in any case,
 * however slow the processor is.
 */
export function pass(draw: () => void, mayOne: boolean, clock = () => performance.now()): boolean {
  const since = clock()
  const own = { isLong: () => clock() - since >= longMs, mayOne, isOwing: false }
  now = own
  draw()
  now = undefined
  return own.isOwing
}

/**
 * As `same`, for what need not be there at once: what was never drawn before waits for a pass that has time for it, and
 * all of it waits in a pass that has been long already. Until then there is its shape or, where it is `about` the same as
 * before, what was drawn before.
 */
export function inTurn(name: string, about: string, leans: readonly unknown[], draw: () => unknown): Drawing {
  const known = kept.get(name)
  if (known && isAsBefore(known, leans)) return known.drawing
  if (!now || now.mayOne || (known && !now.isLong())) {
    if (now) now.mayOne = false
    return anew(name, leans, draw, about)
  }
  now.isOwing = true
  return known?.about === about ? known.drawing : shape()
}
