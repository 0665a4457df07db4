import { keyed } from './keys.ts'
import type { Desk } from './state/state.ts'

let isWatching = false

/** From now on single keys act. */
export function watch(desk: Desk): void {
  if (isWatching) return
  isWatching = true
  addEventListener('keydown', (event) => keyed(desk, event))
}

// it comes after the page: so what both have need not be a piece of its own
export { offerInside } from './inside.ts'
