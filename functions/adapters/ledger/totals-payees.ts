import type { Period } from '../../domain/period.ts'
import type { Piece } from '../sql/piece.ts'
import { isSingle, rowsOf, runsOf, sums } from './totals-runs.ts'

/** Of the ledger's own currency. */
export function topPayees(ledgerId: string, period: Period, currency: string, top: number, place: number): Piece {
  const { text, values } = resolvedPayees(ledgerId, period, '=', currency)
  return bestNamed(ledgerId, place, {
    text: `select * from (${text}) summed order by minus desc, plus desc, key_id limit ?`,
    values: [...values, top],
  })
}

/** Of each other currency: to rank within each takes an engine far longer, so it is done where there are such rows. */
export function topPayeesElsewhere(
  ledgerId: string,
  period: Period,
  currency: string,
  top: number,
  place: number,
): Piece {
  const resolved = resolvedPayees(ledgerId, period, '<>', currency)
  const { text, values } = bestNamed(ledgerId, place, {
    text: `select summed.*,
        row_number() over (partition by currency order by minus desc, plus desc, key_id) as rank_in_currency
      from (${resolved.text}) summed`,
    values: resolved.values,
  })
  return { text: `${text} where best.rank_in_currency <= ?`, values: [...values, top] }
}

/** Sums come first, names last: a payee's row is looked up once per sum, not once per day. */
function bestNamed(ledgerId: string, place: number, { text, values }: Piece): Piece {
  return {
    text: `select ${place}, 0, null, best.key_id, named.name, best.currency, best.plus, best.minus, best.n
    from (${text}) best
    left join payees named on named.ledger_id = ? and named.id = best.key_id`,
    values: [...values, ledgerId],
  }
}

function resolvedPayees(ledgerId: string, period: Period, which: '=' | '<>', currency: string): Piece {
  const selects = runsOf([period]).map((run) => {
    const { text, values } = rowsOf(ledgerId, 'payee', run)
    const [figures, groups] = isSingle(run) ? ['plus, minus, n', ''] : [sums, 'group by key_id, currency']
    return {
      text: `select key_id, currency, ${figures} ${text} and currency ${which} ? ${groups}`,
      values: [...values, currency],
    }
  })
  return {
    text: `select key_id, currency, ${sums}
    from (
      select coalesce(alias.merged_into, own.key_id) as key_id, currency, plus, minus, n
      from (${selects.map(({ text }) => text).join(' union all ')}) own
      left join payees alias on alias.ledger_id = ? and alias.id = own.key_id
    ) resolved
    group by key_id, currency having sum(n) > 0`,
    values: [...selects.flatMap(({ values }) => values), ledgerId],
  }
}

/** Every row of every payee, aliases resolved. */
export function allPayees(ledgerId: string, period: Period, place: number): Piece {
  const selects = runsOf([period]).map((run) => {
    const { text, values } = rowsOf(ledgerId, 'payee', run)
    return { text: `select key_id, currency, plus, minus, n ${text}`, values }
  })
  return {
    text: `select ${place}, 0, null, coalesce(alias.merged_into, own.key_id), named.name, own.currency,
      own.plus, own.minus, own.n
    from (${selects.map(({ text }) => text).join(' union all ')}) own
    left join payees alias on alias.ledger_id = ? and alias.id = own.key_id
    left join payees named on named.ledger_id = ? and named.id = coalesce(alias.merged_into, own.key_id)`,
    values: [...selects.flatMap(({ values }) => values), ledgerId, ledgerId],
  }
}
