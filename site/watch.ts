import { keyed } from './keys.ts'
import type { Desk } from './state/state.ts'

let isWatching = false

/** From now on single keys act. */
export function watch(desk: Desk): void {
  if (isWatching) return
  isWatching = true
  addEventListener('keydown', (event) => keyed(desk, event))
}
