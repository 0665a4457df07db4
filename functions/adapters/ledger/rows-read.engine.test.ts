import { CompiledQuery, sql } from 'kysely'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type AskDesk, deskApi } from '../../../tests/support/desk-api.ts'
import { deskEngines, type LedgerDesk, ledgerDesk } from '../../../tests/support/ledger-desk.ts'
import { getInsights } from '../../actions/insights/get-insights.ts'
import { insights } from '../../api/insights.ts'
import { firstLimit } from '../../domain/budget.ts'
import { contributions, gather } from '../../domain/contributions.ts'
import { addDays, type Day } from '../../domain/day.ts'
import type { BudgetId, PayeeId, TransactionId } from '../../domain/ids.ts'
import { fromStore } from '../../domain/money.ts'
import type { Transaction } from '../../domain/transaction.ts'
import { insertRows } from '../sql/insert.ts'
import { entryRow, lineRows } from './entry-rows.ts'

const today = '2026-11-22' as Day
const questions = ['', '?rule=week', '?rule=month:25', '?from=2026-09-10&to=2026-11-09']

const reading = suite('what insights read')

reading('are at most five statements, and on SQLite no scan of a table', async () => {
  const desk = await ledgerDesk('sqlite')
  const ask = await filled(desk, 1_000)
  assert.equal(await scansOf(desk, 'select * from totals where minus > ?'), ['totals'])
  for (const question of questions) {
    desk.statements.length = 0
    assert.is((await ask(`GET /insights${question}`)).status, 200)

    const sent = [...desk.statements]
    assert.is(sent.length, 5)
    for (const statement of sent) assert.equal(await scansOf(desk, statement), [], statement)
  }
  await desk.close()
})

reading(
  'are no table from end to end for net worth, for the days of a list and for what was written since either',
  async () => {
    const desk = await ledgerDesk('sqlite')
    await filled(desk, 1_000)
    desk.statements.length = 0
    const always = { start: '1900-01-01' as Day, end: '2199-12-31' as Day }
    const since = { touched: { start: '2026-01-15' as Day, end: today }, since: 0 }
    const asks = [{ counts: always }, { counts: always, accountId: desk.at.wallet }, since]
    await desk.totals.read(desk.scope, [...asks, { face: 'account', windows: [always] }])

    assert.is(desk.statements.length, 1)
    assert.equal(await scansOf(desk, desk.statements[0] ?? ''), [])
    await desk.close()
  },
)

if (deskEngines('rows read').includes('mariadb')) {
  reading(
    'are no more rows in a ledger of 100,000 entries than in one of 1,000 with the same days filled',
    async () => {
      const [small, large] = [await rowsRead(1_000), await rowsRead(100_000)]
      for (const [n, few] of small.entries()) {
        const many = large[n] ?? Number.POSITIVE_INFINITY
        assert.ok(few > 0 && many <= few * 1.2, `${questions[n] || 'this month'}: ${many} rows against ${few}`)
      }
    },
  )
}

/** Rows that MariaDB's engine handed out for each of the questions; its session counts them. */
async function rowsRead(entries: number): Promise<readonly number[]> {
  const desk = await ledgerDesk('mariadb', { connections: 1 })
  const ask = await filled(desk, entries)
  await sql`analyze table ledgers, accounts, categories, payees, transactions, ${sql.table('lines')}, totals`.execute(
    desk.db,
  )
  const counts: number[] = []
  for (const question of questions) {
    // counting reads rows itself: that much is between two counts with nothing between them
    const [idle, before] = [await counted(desk), await counted(desk)]
    assert.is((await ask(`GET /insights${question}`)).status, 200)
    counts.push((await counted(desk)) - before - (before - idle))
  }
  await desk.close()
  return counts
}

async function counted({ db }: LedgerDesk): Promise<number> {
  const { rows } = await sql<{ Value: string }>`show session status like 'Handler_read%'`.execute(db)
  return rows.reduce((sum, { Value }) => sum + Number(Value), 0)
}

/** Tables that a statement reads from end to end; subqueries are small and read whole. */
async function scansOf({ db }: LedgerDesk, statement: string): Promise<readonly string[]> {
  const unbound = (statement.match(/\?/g) ?? []).map(() => null)
  const { rows } = await db.executeQuery<{ detail: string }>(
    CompiledQuery.raw(`explain query plan ${statement}`, unbound),
  )
  const scanned = rows.flatMap(({ detail }) => /^SCAN (\S+)/.exec(detail)?.[1] ?? [])
  return scanned.filter((name) => !subqueries.has(name) && !name.startsWith('(subquery'))
}

const subqueries = new Set(['of_month', 'of_months', 'best', 'own', 'resolved', 'summed', 'first_day', 'late'])

/** Every day of eight months has its category and its payee, so that ledgers of every size fill the same totals. */
async function filled(desk: LedgerDesk, count: number): Promise<AskDesk> {
  const { db, scope, at, budgets, payees, ids, clock } = desk
  const names = Array.from({ length: 10 }, (_, n) => ({ id: ids.next() as PayeeId, name: `Payee ${n}` }))
  for (const { id, name } of names) await payees.add(scope, id, name, clock.now())
  for (const categoryId of [at.food, undefined]) {
    const fields = { currency: scope.currency, rule: { kind: 'month', date: 1 } as const, archived: false }
    const onCategory = { ...fields, ...(categoryId && { categoryId }) }
    await budgets.add(scope, ids.next() as BudgetId, onCategory, firstLimit(fromStore(40000)), clock.now())
  }

  const categories = [at.food, at.bread, at.rent]
  const entries = Array.from({ length: count }, (_, n): Transaction => {
    const place = n % 250
    const categoryId = categories[place % categories.length]
    const payee = names[place % names.length]
    return {
      id: ids.next() as TransactionId,
      version: 1,
      kind: 'expense',
      day: addDays(today, 8 - place),
      amount: fromStore(((n * 7919) % 100_000) + 1),
      currency: scope.currency,
      accountId: at.wallet,
      ...(categoryId && { categoryId }),
      ...(payee && { payee }),
      tags: [],
      splits: [],
    }
  })
  const stored = entries.map((entry) => ({ entry, payeeNames: [], bodyHash: '', createdMs: 0 }))
  const totals = gather(entries.flatMap(contributions)).map(({ key, ...delta }) => ({ ...delta, key_id: key }))
  await db.transaction().execute(async (trx) => {
    await insertRows(
      trx,
      'transactions',
      stored.map((one) => entryRow(scope.ledgerId, one, 0)),
    )
    await insertRows(
      trx,
      'lines',
      entries.flatMap((entry) => lineRows(scope.ledgerId, entry)),
    )
    await insertRows(
      trx,
      'totals',
      totals.map((row) => ({ ledger_id: scope.ledgerId, ...row, touched_ms: 0 })),
    )
  })
  return deskApi(desk, insights, { getInsights })
}

reading.run()
