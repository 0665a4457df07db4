import type { TransactionView } from '../../functions/api/transactions.ts'
import { whatIs } from '../state/loaded.ts'
import { open } from '../state/screen.ts'
import type { Cursor, Desk } from '../state/state.ts'

/** The entry of a line that was pressed, and where it is. */
function lineOf(desk: Desk, target: EventTarget | null) {
  const id = target instanceof Element ? target.closest('[data-entry]')?.getAttribute('data-entry') : undefined
  for (const [day, entries] of whatIs(desk.state.get().entries)?.rows ?? []) {
    const place = entries.findIndex((one) => one.id === id)
    const entry = entries[place]
    if (entry) return { entry, at: { day, place } }
  }
  return undefined
}

/** A press on a box chooses the line; elsewhere it changes that field or, where there is little room, opens the form. */
export function pressed(desk: Desk, event: MouseEvent): void {
  const line = lineOf(desk, event.target)
  if (!line || !(event.target instanceof Element)) return
  const { entry, at } = line
  const isBox = event.target.closest('.hit') !== null
  if (isBox || event.ctrlKey || event.metaKey || event.shiftKey) {
    if (event.shiftKey) event.preventDefault()
    toggle(desk, entry, at, event.shiftKey)
    return
  }
  // what is typed in another line is saved first, and stays there if it cannot be
  const form = document.querySelector<HTMLFormElement>('.edit form')
  form?.requestSubmit()
  if (form && desk.state.get().editing) return
  desk.state.set({ cursor: at })
  change(desk, entry, event.target.closest('[data-field]')?.getAttribute('data-field') ?? 'payee')
}

/** In its line, as far as that has its fields and there is room. */
export function change(desk: Desk, entry: TransactionView, field: string): void {
  const isPlain = entry.kind !== 'transfer' && !entry.splits?.length
  if (isPlain && desk.isWide()) desk.state.set({ editing: { id: entry.id, field } })
  else open(desk, { kind: 'entry', id: entry.id, entry })
}

/** Chooses a line or lets it go; `through` chooses all from the one before. */
export function toggle(desk: Desk, entry: TransactionView, at: Cursor, through: boolean): void {
  const { chosen, cursor, entries } = desk.state.get()
  const next = new Map(chosen)
  const between = through && cursor ? stretch(whatIs(entries)?.rows ?? new Map(), cursor, at) : [entry]
  if (through) for (const one of between) next.set(one.id, one)
  else if (!next.delete(entry.id)) next.set(entry.id, entry)
  desk.state.set({ chosen: next, cursor: at })
}

/** The entries from one place to another, both among them; only those that are here. */
function stretch(
  rows: ReadonlyMap<string, readonly TransactionView[]>,
  a: Cursor,
  b: Cursor,
): readonly TransactionView[] {
  const isBefore = (one: Cursor, other: Cursor) =>
    one.day > other.day || (one.day === other.day && one.place <= other.place)
  const [from, to] = isBefore(a, b) ? [a, b] : [b, a]
  return [...rows].flatMap(([day, entries]) =>
    entries.filter((_, place) => isBefore(from, { day, place }) && isBefore({ day, place }, to)),
  )
}
