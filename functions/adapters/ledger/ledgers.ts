import type { Kysely } from 'kysely'
import type { Role } from '../../domain/role.ts'
import type { Entrance, Ledgers } from '../../ports/ledgers.ts'
import { rowsOf } from '../sql/piece.ts'
import { changeLedger } from './change-ledger.ts'
import { type HeadRow, headColumns, headFrom } from './head.ts'
import { inLedger } from './lock.ts'
import { provision } from './provision.ts'
import type { LedgerTables, PrincipalsTable } from './schema.ts'

export function sqlLedgers(db: Kysely<LedgerTables>): Ledgers {
  return {
    async enter(userId, ledger) {
      const rows = await rowsOf<DoorRow>(
        db,
        ledger === 'default'
          ? { text: doors.byDefault, values: [userId] }
          : { text: doors.byId, values: [ledger, userId] },
      )
      const [person] = rows
      if (!person) return undefined

      const [head, ...more] = rows.filter(isWhole)
      if (!head) return standingFrom(person)
      return { ...standingFrom(person), membership: { role: head.role, ledger: headFrom([head, ...more]) } }
    },

    async standing(userId) {
      const person = await db
        .selectFrom('principals')
        .select(['valid_from_ms', 'state'])
        .where('user_id', '=', userId)
        .executeTakeFirst()
      return person && standingFrom(person)
    },

    async list({ userId }) {
      const rows = await db
        .selectFrom('memberships as m')
        .innerJoin('principals as p', 'p.user_id', 'm.user_id')
        .innerJoin('ledgers as l', 'l.id', 'm.ledger_id')
        .innerJoin('ledger_rules as r', 'r.ledger_id', 'l.id')
        .where('m.user_id', '=', userId)
        .select(['m.role', 'p.default_ledger_id', ...headColumns])
        .orderBy('l.id')
        .orderBy('r.effective_from')
        .execute()
      const own = rows.filter(({ id, default_ledger_id }) => id === default_ledger_id)
      const others = rows.filter(({ id, default_ledger_id }) => id !== default_ledger_id)
      return [...byLedger(own), ...byLedger(others)].map(([head, ...more]) => ({
        role: head.role,
        ledger: headFrom([head, ...more]),
      }))
    },

    provision: (wanted, now) => provision(db, wanted, now),

    change: (scope, settings, ifRevision) =>
      inLedger(db, scope.ledgerId, (trx) => changeLedger(trx, scope, settings, ifRevision)),
  }
}

type DoorRow = Person & { readonly role: Role | null } & { readonly [Column in keyof HeadRow]: HeadRow[Column] | null }

/** Every request to a ledger begins with one of these, so their text is made once. */
const doors = { byDefault: doorTo('p.default_ledger_id'), byId: doorTo('?') }

function doorTo(ledger: string): string {
  return `select p.valid_from_ms, p.state, m.role, ${headColumns.join(', ')} from principals p
    left join memberships m on m.user_id = p.user_id and m.ledger_id = ${ledger}
    left join ledgers l on l.id = m.ledger_id
    left join ledger_rules r on r.ledger_id = l.id
    where p.user_id = ? order by r.effective_from`
}

type Person = Pick<PrincipalsTable, 'state'> & { readonly valid_from_ms: bigint | number | string }

function standingFrom({ valid_from_ms, state }: Person): Omit<Entrance, 'membership'> {
  return { validFromMs: Number(valid_from_ms), active: state === 'active' }
}

/** Left joins leave nulls where there is no membership. */
function isWhole<Row extends { readonly role: unknown; readonly id: unknown; readonly rule: unknown }>(
  row: Row,
): row is Row & { readonly [Column in keyof Row]: NonNullable<Row[Column]> } {
  return row.role !== null && row.id !== null && row.rule !== null
}

function byLedger<Row extends HeadRow>(rows: readonly Row[]): Iterable<readonly [Row, ...Row[]]> {
  const ledgers = new Map<string, [Row, ...Row[]]>()
  for (const row of rows) {
    const sofar = ledgers.get(row.id)
    if (sofar) sofar.push(row)
    else ledgers.set(row.id, [row])
  }
  return ledgers.values()
}
