import type { LedgerId } from '../../domain/ids.ts'
import type { TotalsAsk } from '../../ports/totals.ts'
import type { Piece } from '../sql/piece.ts'
import { united } from '../sql/united.ts'
import { answerTo } from './totals-asks.ts'

/**
 * The statements that answer these asks of a ledger. A dashboard asks the same all day, whosever ledger it is of: what was
 * made for one serves the others.
 */
export function statementsFor(ledgerId: LedgerId, asks: readonly TotalsAsk[], adding: boolean): readonly Piece[] {
  const name = JSON.stringify([adding, asks])
  let known = made.get(name)
  if (!known) {
    known = make(asks, adding)
    if (made.size === most) made.clear()
    made.set(name, known)
  }
  return known.map(({ text, values }) => ({
    text,
    values: values.map((value) => (value === anyLedger ? ledgerId : value)),
  }))
}

const made = new Map<string, readonly Piece[]>()
const most = 100
/** Stands where the ledger's id belongs. */
const anyLedger = 'any ledger'

function make(asks: readonly TotalsAsk[], adding: boolean): readonly Piece[] {
  return united(asks.map((ask, place) => answerTo(anyLedger, ask, place, adding))).map((selects) => ({
    text: selects.map(({ text }) => text).join(' union all '),
    values: selects.flatMap(({ values }) => values),
  }))
}
