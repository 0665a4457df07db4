import type { Transaction } from 'kysely'
import { type IfVersion, isOther } from '../../domain/if-version.ts'
import { formatRule, type RuleHistory } from '../../domain/period.ts'
import type { Refusal } from '../../domain/refusal.ts'
import { ok, refuse } from '../../domain/result.ts'
import type { LedgerSettings } from '../../ports/ledgers.ts'
import type { LedgerHead } from '../../ports/scope.ts'
import { headColumns, headFrom } from './head.ts'
import { untouched, type Worked } from './lock.ts'
import type { LedgerTables } from './schema.ts'

/** Writes only what differs from the head that was read, so that two people may change two settings at once. */
export async function changeLedger(
  trx: Transaction<LedgerTables>,
  read: LedgerHead,
  settings: LedgerSettings,
  ifRevision: IfVersion,
): Promise<Worked<LedgerHead, Refusal>> {
  const now = await headOf(trx, read.ledgerId)
  // the lock has raised it already
  if (isOther(ifRevision, now.revision - 1)) return refuse({ kind: 'version-mismatch' })

  const columns = {
    ...(settings.name !== read.name && { name: settings.name }),
    ...(settings.timeZone !== read.timeZone && { time_zone: settings.timeZone }),
    ...(settings.firstWeekday !== read.firstWeekday && { first_weekday: settings.firstWeekday }),
  }
  const newRules = !sameRules(settings.rules, read.rules)
  if (Object.keys(columns).length === 0 && !newRules) return untouched({ ...now, revision: now.revision - 1 })

  if (Object.keys(columns).length > 0) {
    await trx.updateTable('ledgers').set(columns).where('id', '=', read.ledgerId).execute()
  }
  if (newRules) await replaceRules(trx, now, settings.rules)
  return ok(await headOf(trx, read.ledgerId))
}

async function headOf(trx: Transaction<LedgerTables>, ledgerId: LedgerHead['ledgerId']): Promise<LedgerHead> {
  const [head, ...more] = await trx
    .selectFrom('ledgers as l')
    .innerJoin('ledger_rules as r', 'r.ledger_id', 'l.id')
    .select(headColumns)
    .where('l.id', '=', ledgerId)
    .orderBy('r.effective_from')
    .execute()
  if (!head) throw new RangeError('A ledger without a rule.')
  return headFrom([head, ...more])
}

const written = (rules: RuleHistory) =>
  rules.map(({ effectiveFrom, rule }) => ({ effective_from: effectiveFrom, rule: formatRule(rule) }))

const sameRules = (a: RuleHistory, b: RuleHistory) => JSON.stringify(written(a)) === JSON.stringify(written(b))

/** Rules that have begun are in both histories; what is replaced lies in the future. */
async function replaceRules(trx: Transaction<LedgerTables>, { ledgerId, rules }: LedgerHead, wanted: RuleHistory) {
  const before = written(rules)
  const after = written(wanted)
  const isIn = (some: typeof before) => (one: (typeof before)[number]) =>
    some.some(({ effective_from, rule }) => effective_from === one.effective_from && rule === one.rule)

  const gone = before.filter((one) => !isIn(after)(one)).map(({ effective_from }) => effective_from)
  const added = after.filter((one) => !isIn(before)(one)).map((one) => ({ ledger_id: ledgerId, ...one }))
  if (gone.length > 0) {
    await trx.deleteFrom('ledger_rules').where('ledger_id', '=', ledgerId).where('effective_from', 'in', gone).execute()
  }
  if (added.length > 0) await trx.insertInto('ledger_rules').values(added).execute()
}
