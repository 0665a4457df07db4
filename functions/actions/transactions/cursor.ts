import { parseDay } from '../../domain/day.ts'
import { parseId, type TransactionId } from '../../domain/ids.ts'
import { fingerprint, type Of } from '../../edge/fingerprint.ts'
import type { After, Trashed } from '../../ports/transactions.ts'

/** Where the next page begins, as text that means nothing to the caller. */
export const cursorAfter = (of: Of, { day, id }: After): string => written(day, id, of)

/** Absent for a text that is no cursor of this list, or one of another ledger or other filters. */
export function placeIn(of: Of, cursor: string): After | undefined {
  const read = readBack(of, cursor)
  if (!read) return undefined
  const day = parseDay(read.place)
  return day.ok ? { day: day.value, id: read.id } : undefined
}

export const trashCursorAfter = (of: Of, { deletedMs, entry }: Trashed): string =>
  written(String(deletedMs), entry.id, of)

export function trashPlaceIn(of: Of, cursor: string): { deletedMs: number; id: TransactionId } | undefined {
  const read = readBack(of, cursor)
  if (!read || !/^\d{1,15}$/.test(read.place)) return undefined
  return { deletedMs: Number(read.place), id: read.id }
}

const written = (place: string, id: TransactionId, of: Of) =>
  Buffer.from(`${place} ${id} ${fingerprint(of)}`).toString('base64url')

function readBack(of: Of, cursor: string): { readonly place: string; readonly id: TransactionId } | undefined {
  const [place = '', id = '', print] = Buffer.from(cursor, 'base64url').toString().split(' ')
  const known = parseId<TransactionId>(id)
  return known && print === fingerprint(of) && written(place, known, of) === cursor ? { place, id: known } : undefined
}
