import type { Filter } from '../state/filter.ts'
import type { Desk } from '../state/state.ts'

export interface SavedFilter {
  readonly name: string
  readonly filter: Filter
}

const keptIn = ({ kept }: Desk, ledgerId: string) => kept(`outlay-filters-${ledgerId}`)

/** Filters of this ledger that were saved in this browser. */
export function savedFilters(desk: Desk, ledgerId: string): readonly SavedFilter[] {
  try {
    const saved: unknown = JSON.parse(keptIn(desk, ledgerId).read() ?? '[]')
    return Array.isArray(saved) ? saved.filter((one) => typeof one?.name === 'string') : []
  } catch {
    return []
  }
}

export function dropFilter(desk: Desk, ledgerId: string, name: string): void {
  keepFilters(
    desk,
    ledgerId,
    savedFilters(desk, ledgerId).filter((one) => one.name !== name),
  )
}

export function keepFilters(desk: Desk, ledgerId: string, all: readonly SavedFilter[]): void {
  keptIn(desk, ledgerId).write(all.length > 0 ? JSON.stringify(all) : undefined)
  desk.state.set({})
}
