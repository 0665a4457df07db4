import { whatIs } from '../state/loaded.ts'
import type { State } from '../state/state.ts'

/** There are few entries yet: what helps at the beginning is still of help. */
export function isBeginning({ latest }: State): boolean {
  const slice = whatIs(latest)
  return slice !== undefined && slice.next === undefined
}
