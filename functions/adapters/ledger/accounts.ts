import type { Kysely, Selectable, Transaction } from 'kysely'
import type { Day } from '../../domain/day.ts'
import type { AccountId } from '../../domain/ids.ts'
import { isOther } from '../../domain/if-version.ts'
import { fitsTotal, fromStore, minus, plus } from '../../domain/money.ts'
import type { Refusal } from '../../domain/refusal.ts'
import { ok, type Result, refuse } from '../../domain/result.ts'
import type { Account, AccountFields, Accounts, Added } from '../../ports/accounts.ts'
import type { LedgerScope } from '../../ports/scope.ts'
import { rowsOf } from '../sql/piece.ts'
import { inLedger, untouched } from './lock.ts'
import { nameKey, unlessTaken } from './name-key.ts'
import { forgetOrigin, isRepeat, noteOrigin } from './origins.ts'
import { currencyFrom } from './rows.ts'
import type { AccountsTable, LedgerTables } from './schema.ts'
import { accountIsUsed } from './used.ts'

export function sqlAccounts(db: Kysely<LedgerTables>): Accounts {
  return {
    async list(scope) {
      const rows = await rowsOf<Row>(db, { text: ofAll, values: [scope.ledgerId] })
      return rows.map(fromRow)
    },

    find: (scope, id) => findAccount(db, scope, id),

    add: (scope, id, fields, now, bodyHash) =>
      inLedger<Added<Account>, Refusal>(db, scope.ledgerId, async (trx) => {
        const known = await findAccount(trx, scope, id)
        const made = { list: 'accounts', id } as const
        if (known && (await isRepeat(trx, scope, made, bodyHash, isAlike(known, fields))))
          return untouched({ row: known, outcome: 'same' })
        if (known) return refuse({ kind: 'precondition-required' })

        const row: Account = { ...fields, id, version: 1, balance: fields.opening.amount }
        const stamps = { created_ms: now, touched_ms: now }
        const insert = trx.insertInto('accounts').values({ ledger_id: scope.ledgerId, ...toRow(row), ...stamps })
        const added = await unlessTaken<Added<Account>>({ row, outcome: 'added' }, insert.execute())
        if (added.ok) await noteOrigin(trx, scope, made, bodyHash)
        return added
      }),

    change: (scope, id, ifVersion, edit, now) =>
      inLedger<Account, Refusal>(db, scope.ledgerId, async (trx) => {
        const before = await findAccount(trx, scope, id)
        if (!before) return refuse({ kind: 'not-found' })
        if (isOther(ifVersion, before.version)) return refuse({ kind: 'version-mismatch' })
        const fields = edit(before)
        if (!fields.ok) return fields
        if (isSame(before, fields.value)) return untouched(before)

        const after = await changed(trx, scope, before, fields.value)
        if (!after.ok) return after
        const update = trx
          .updateTable('accounts')
          .set({ ...toRow(after.value), touched_ms: now })
          .where('ledger_id', '=', scope.ledgerId)
          .where('id', '=', id)
        return unlessTaken(after.value, update.execute())
      }),

    remove: (scope, id, ifVersion) =>
      inLedger<undefined, Refusal>(db, scope.ledgerId, async (trx) => {
        const account = await findAccount(trx, scope, id)
        if (!account) return untouched(undefined)
        if (isOther(ifVersion, account.version)) return refuse({ kind: 'version-mismatch' })
        if (await accountIsUsed(trx, scope, id)) return refuse({ kind: 'in-use' })

        await trx.deleteFrom('accounts').where('ledger_id', '=', scope.ledgerId).where('id', '=', id).execute()
        await forgetOrigin(trx, scope, { list: 'accounts', id })
        return ok(undefined)
      }),
  }
}

export async function findAccount(
  db: Kysely<LedgerTables>,
  scope: LedgerScope,
  id: AccountId,
): Promise<Account | undefined> {
  const [row] = await rowsOf<Row>(db, { text: ofId, values: [scope.ledgerId, id] })
  return row && fromRow(row)
}

type Row = Selectable<AccountsTable> & { readonly reconciled: string | null }

const select = `select a.id, a.version, a.name, a.kind, a.currency, a.digits, a.opening_balance, a.opening_day, a.balance,
    a.archived, (select max(s.day) from statements s where s.ledger_id = a.ledger_id and s.account_id = a.id) as reconciled
  from accounts a where a.ledger_id = ?`
const ofAll = `${select} order by a.created_ms, a.id`
const ofId = `${select} and a.id = ?`

/** A moved opening balance moves the balance by as much. */
async function changed(
  trx: Transaction<LedgerTables>,
  scope: LedgerScope,
  before: Account,
  fields: AccountFields,
): Promise<Result<Account, Refusal>> {
  if (fields.currency.code !== before.currency.code && (await accountIsUsed(trx, scope, before.id)))
    return refuse({ kind: 'currency-fixed', pointer: '/currency' })

  const balance = plus(before.balance, minus(fields.opening.amount, before.opening.amount))
  if (!fitsTotal(balance)) return refuse({ kind: 'total-too-large', pointer: '/opening/amount' })
  const { reconciled } = before
  return ok({ ...fields, id: before.id, version: before.version + 1, balance, ...(reconciled && { reconciled }) })
}

const written = ({ name, kind, currency, opening, archived }: AccountFields) =>
  [name, kind, currency.code, opening.amount, opening.day, archived].join('\n')

const isSame = (a: AccountFields, b: AccountFields) => written(a) === written(b)

/** An opening left out is zero on the day of asking, which may be another day when one asks again. */
function isAlike(known: AccountFields, asked: AccountFields): boolean {
  const { opening } = known
  return isSame(known, opening.amount === 0n && asked.opening.amount === 0n ? { ...asked, opening } : asked)
}

function toRow({ id, version, name, kind, currency, opening, balance, archived }: Account) {
  return {
    id,
    version,
    name,
    name_key: nameKey(name),
    kind,
    currency: currency.code,
    digits: currency.digits,
    opening_balance: opening.amount,
    opening_day: opening.day,
    balance,
    archived: archived ? (1 as const) : (0 as const),
  }
}

function fromRow(row: Row): Account {
  return {
    id: row.id as AccountId,
    version: Number(row.version),
    name: row.name,
    kind: row.kind,
    currency: currencyFrom(row.currency, row.digits),
    opening: { amount: fromStore(row.opening_balance), day: row.opening_day as Day },
    balance: fromStore(row.balance),
    archived: Number(row.archived) === 1,
    ...(row.reconciled && { reconciled: row.reconciled as Day }),
  }
}
