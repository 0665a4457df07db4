import { todayIn } from './inside.ts'
import { hintName } from './kept.ts'
import { keyed } from './keys.ts'
import { expect } from './parts.ts'
import { whatIs } from './state/loaded.ts'
import { start } from './state/session.ts'
import type { Desk } from './state/state.ts'

/** Milliseconds after which a page has come to rest. */
const restMs = 1_000

let isWatching = false

/** From now on single keys act, and what the most usual of them opens is here before it is pressed. */
export function watch(desk: Desk): void {
  if (isWatching) return
  isWatching = true
  addEventListener('keydown', (event) => keyed(desk, event))
  addEventListener('storage', (event) => heard(desk, event))
  desk.later(restMs, () => {
    expect('#say')
    // what knows the days of a zone takes long to make, and is kept
    const book = whatIs(desk.state.get().book)
    if (book) todayIn(book.ledger.timeZone, desk.now())
  })
}

/** Another tab has logged out, or somebody in: the cookie is theirs by now, and so is this page. */
function heard(desk: Desk, { key, newValue }: StorageEvent): void {
  const { isSample, session } = desk.state.get()
  if (key !== hintName || isSample || (newValue !== null && session.kind === 'in')) return
  void desk.offline.stop().then(() => start(desk))
}

// it comes after the page: so what both have need not be a piece of its own
export { offerInside } from './inside.ts'
