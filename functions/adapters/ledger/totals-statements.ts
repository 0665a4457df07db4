import type { LedgerScope } from '../../ports/scope.ts'
import type { TotalsAsk } from '../../ports/totals.ts'
import type { Piece } from '../sql/piece.ts'
import { united } from '../sql/united.ts'
import { answerTo } from './totals-asks.ts'

/**
 * The statements that answer these asks of a ledger. A dashboard asks the same all day, whosever ledger it is of: what was
 * made for one serves the others.
 */
export function statementsFor(
  { ledgerId, currency }: Pick<LedgerScope, 'ledgerId' | 'currency'>,
  asks: readonly TotalsAsk[],
  adding: boolean,
): readonly Piece[] {
  const name = JSON.stringify([adding, asks])
  let known = made.get(name)
  if (!known) {
    known = make(asks, adding)
    if (made.size === most) made.clear()
    made.set(name, known)
  }
  return known.map(({ text, values }) => ({
    text,
    values: values.map((value) => (value === any.ledgerId ? ledgerId : value === any.currency ? currency.code : value)),
  }))
}

const made = new Map<string, readonly Piece[]>()
const most = 100
/** Stand where the ledger's id and its currency belong. */
const any = { ledgerId: 'any ledger', currency: 'any currency' }

function make(asks: readonly TotalsAsk[], adding: boolean): readonly Piece[] {
  return united(asks.map((ask, place) => answerTo(any, ask, place, adding))).map((selects) => ({
    text: selects.map(({ text }) => text).join(' union all '),
    values: selects.flatMap(({ values }) => values),
  }))
}
