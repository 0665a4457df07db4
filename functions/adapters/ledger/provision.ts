import type { Kysely, Transaction } from 'kysely'
import { earliest } from '../../domain/day.ts'
import { always, formatRule } from '../../domain/period.ts'
import type { Instant } from '../../ports/clock.ts'
import type { Provision } from '../../ports/ledgers.ts'
import { isDuplicate } from '../sql/errors.ts'
import { insertRows } from '../sql/insert.ts'
import { retrying } from '../sql/transaction.ts'
import { nameKey } from './name-key.ts'
import type { LedgerTables } from './schema.ts'

/** Makes what is missing in one transaction. Of two who make it at once, the second finds what the first has made. */
export async function provision(db: Kysely<LedgerTables>, wanted: Provision, now: Instant): Promise<void> {
  const once = () => retrying({ random: Math.random }, () => db.transaction().execute((trx) => put(trx, wanted, now)))
  try {
    await once()
  } catch (error) {
    if (!isDuplicate(error)) throw error
    await once()
  }
}

async function put(trx: Transaction<LedgerTables>, wanted: Provision, now: Instant): Promise<void> {
  const { userId, ledgerId, name, currency, timeZone, firstWeekday, today, account } = wanted
  const own = { ledger_id: ledgerId, version: 1, created_ms: now, touched_ms: now }
  const money = { currency: currency.code, digits: currency.digits }

  const ledger = await trx.selectFrom('ledgers').select('id').where('id', '=', ledgerId).executeTakeFirst()
  if (!ledger) {
    const time = { time_zone: timeZone, first_weekday: firstWeekday }
    await insertRows(trx, 'ledgers', [{ id: ledgerId, name, ...money, ...time, revision: 0, created_ms: now }])
  }

  const rule = await trx.selectFrom('ledger_rules').select('rule').where('ledger_id', '=', ledgerId).executeTakeFirst()
  if (!rule) {
    const rules = always({ kind: 'month', date: 1 })
    const rows = rules.map((one) => ({ ledger_id: ledgerId, effective_from: earliest, rule: formatRule(one.rule) }))
    await insertRows(trx, 'ledger_rules', rows)
  }

  const person = await trx.selectFrom('principals').select('state').where('user_id', '=', userId).executeTakeFirst()
  if (!person) {
    const standing = { valid_from_ms: 0, state: 'active' as const }
    await insertRows(trx, 'principals', [{ user_id: userId, default_ledger_id: ledgerId, ...standing }])
  }

  const member = await trx
    .selectFrom('memberships')
    .select('role')
    .where('ledger_id', '=', ledgerId)
    .where('user_id', '=', userId)
    .executeTakeFirst()
  if (!member) await insertRows(trx, 'memberships', [{ ledger_id: ledgerId, user_id: userId, role: 'owner' }])

  const accounts = await idsIn(trx, 'accounts', ledgerId)
  if (!accounts.has(account.id)) {
    const opening = { opening_balance: 0, opening_day: today, balance: 0 }
    const named = { id: account.id, name: account.name, name_key: nameKey(account.name) }
    await insertRows(trx, 'accounts', [{ ...own, ...named, kind: 'cash', ...money, ...opening, archived: 0 }])
  }

  const categories = await idsIn(trx, 'categories', ledgerId)
  const presets = wanted.categories.map(({ id, kind, name, parentId, preset }) => ({
    ...own,
    id,
    name,
    name_key: nameKey(name),
    kind,
    parent_id: parentId ?? null,
    parent_key: parentId ?? '-',
    merged_into: null,
    merge_target: null,
    archived: 0 as const,
    preset: preset ?? null,
  }))
  await insertRows(
    trx,
    'categories',
    presets.filter(({ id }) => !categories.has(id)),
  )
}

async function idsIn(
  trx: Transaction<LedgerTables>,
  table: 'accounts' | 'categories',
  ledgerId: string,
): Promise<ReadonlySet<string>> {
  const rows = await trx.selectFrom(table).select('id').where('ledger_id', '=', ledgerId).execute()
  return new Set(rows.map(({ id }) => id))
}
