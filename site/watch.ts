import { load, todayIn } from './inside.ts'
import { hintName } from './kept.ts'
import { keyed } from './keys.ts'
import { expect } from './parts.ts'
import { whatIs } from './state/loaded.ts'
import { start } from './state/session.ts'
import type { Desk } from './state/state.ts'

/** Milliseconds after which a page has come to rest. */
const restMs = 1_000
/** Milliseconds of absence after which somebody else may have entered something. */
const awayMs = 60_000

let isWatching = false

/** From now on single keys act, and what the most usual of them opens is here before it is pressed. */
export function watch(desk: Desk): void {
  if (isWatching) return
  isWatching = true
  addEventListener('keydown', (event) => keyed(desk, event))
  addEventListener('storage', (event) => heard(desk, event))
  document.addEventListener('visibilitychange', () => turned(desk))
  desk.later(restMs, () => {
    expect('#say')
    // what knows the days of a zone takes long to make, and is kept
    const book = whatIs(desk.state.get().book)
    if (book) todayIn(book.ledger.timeZone, desk.now())
  })
}

let leftAt = 0

/** Whoever comes back to the page finds it as things are by now, and the day that it is. */
function turned(desk: Desk): void {
  if (document.visibilityState === 'hidden') {
    leftAt = desk.now()
    return
  }
  const { book, session } = desk.state.get()
  const ledger = whatIs(book)?.ledger
  const isAnotherDay = ledger && todayIn(ledger.timeZone, desk.now()) !== ledger.today
  if (session.kind === 'in' && (isAnotherDay || desk.now() - leftAt >= awayMs)) load(desk)
}

/** Another tab has logged out, or somebody in: the cookie is theirs by now, and so is this page. */
function heard(desk: Desk, { key, newValue }: StorageEvent): void {
  const { isSample, session } = desk.state.get()
  if (key !== hintName || isSample || (newValue !== null && session.kind === 'in')) return
  void desk.offline.stop().then(() => start(desk))
}

// it comes after the page: so what both have need not be a piece of its own
export { offerInside } from './inside.ts'
