import { runBatch } from '../../functions/actions/report-job/run-batch.ts'
import { reportTick } from '../../functions/actions/report-tick/report-tick.ts'
import { sqlAccounts } from '../../functions/adapters/ledger/accounts.ts'
import { sqlAlerts } from '../../functions/adapters/ledger/alert-queue.ts'
import { sqlBudgets } from '../../functions/adapters/ledger/budgets.ts'
import { sqlCategories } from '../../functions/adapters/ledger/categories.ts'
import { sqlTotals } from '../../functions/adapters/ledger/totals.ts'
import { sqlTransactions } from '../../functions/adapters/ledger/transactions.ts'
import type { Day } from '../../functions/domain/day.ts'
import type { Draft } from '../../functions/domain/draft.ts'
import type { LedgerId, TransactionId, UserId } from '../../functions/domain/ids.ts'
import { onBehalf } from '../../functions/edge/who.ts'
import type { ReportBatch } from '../../functions/ports/jobs.ts'
import type { ShelfReport } from '../../functions/ports/report-shelf.ts'
import { type ashasWish, identityDesk, registered } from './identity-desk.ts'
import { quickSheets } from './quick-paper.ts'

/** Every port that reports need, over SQLite in memory and files in a folder; batches wait until they are run. */
export async function reportDesk() {
  process.env.LOG = 'off'
  const desk = await identityDesk()
  const { ledgerDb } = desk
  const batches: ReportBatch[] = []
  const needs = {
    ...desk,
    accounts: sqlAccounts(ledgerDb),
    budgets: sqlBudgets(ledgerDb),
    categories: sqlCategories(ledgerDb),
    totals: sqlTotals(ledgerDb),
    alerts: sqlAlerts(ledgerDb),
    transactions: sqlTransactions(ledgerDb, { ids: desk.ids }),
    jobs: { reports: async (batch: ReportBatch) => void batches.push(batch) },
    sheets: quickSheets,
    timeLimitMs: 300_000,
    reportBatches: 40,
  }

  /** Registers somebody, who reads their mail unless it is said that they do not. */
  async function person(wish: Partial<typeof ashasWish> = {}, isVerified = true) {
    const { scope, ledgerId } = await registered(desk, wish, { address: '127.0.0.1' })
    const user = await desk.users.byId(scope.userId)
    if (isVerified && user) await desk.users.verifyEmail(user.id, user.email, desk.time.now)
    desk.mails.length = 0
    return { userId: scope.userId, ledgerId: ledgerId as LedgerId, scope }
  }

  async function enter(userId: UserId, ledgerId: LedgerId) {
    const scope = await onBehalf(desk.ledgers, userId, ledgerId)
    if (!scope) throw new Error('not a member')
    return scope
  }

  async function record({ userId, ledgerId }: { userId: UserId; ledgerId: LedgerId }, draft: Draft): Promise<void> {
    const id = desk.ids.next() as TransactionId
    const scope = await enter(userId, ledgerId)
    const done = await needs.transactions.apply(scope, [{ do: 'create', id, draft, bodyHash: id }], desk.time.now)
    if (!done.ok) throw new Error(done.error.kind)
  }

  const run = (batch: ReportBatch) => runBatch(needs, batch)
  /** One tick, and everything that it has handed out. */
  async function tick(): Promise<void> {
    await reportTick(needs)
    for (const batch of batches.splice(0)) await run(batch)
  }

  async function shelf(of: { userId: UserId; ledgerId: LedgerId }): Promise<readonly ShelfReport[]> {
    return desk.shelf.list(of.userId, of.ledgerId, { start: '1900-01-01' as Day, end: '2199-12-31' as Day })
  }

  return { ...desk, needs, batches, person, enter, record, run, tick, onShelf: shelf }
}

export type ReportDesk = Awaited<ReturnType<typeof reportDesk>>
