import { categoryColours } from '../../domain/category-colour.ts'
import { categoryTree } from '../../domain/category-tree.ts'
import { insightBlocks } from '../../domain/insight.ts'
import type { Frame } from '../../domain/insight-frame.ts'
import { mostListed, type Report, type ReportBudget, type ReportEntry } from '../../domain/report.ts'
import type { Transaction } from '../../domain/transaction.ts'
import { todayIn } from '../../domain/zone.ts'
import type { Accounts } from '../../ports/accounts.ts'
import type { Budgets } from '../../ports/budgets.ts'
import type { Categories, Category } from '../../ports/categories.ts'
import type { Instant } from '../../ports/clock.ts'
import type { Reader } from '../../ports/letters.ts'
import type { ShelfReport } from '../../ports/report-shelf.ts'
import type { LedgerScope } from '../../ports/scope.ts'
import type { Totals } from '../../ports/totals.ts'
import { budgetStandings } from '../../views/budget-views.ts'
import { insightAsks, spendersIn, sumsFrom } from '../../views/insight-asks.ts'

export interface Books {
  readonly accounts: Accounts
  readonly budgets: Budgets
  readonly categories: Categories
  readonly totals: Totals
}

/** Reads what the dashboard would show of the frame, by the same asks and the same functions, and its largest entries. */
export async function reportFacts(
  { accounts, budgets, categories, totals }: Books,
  scope: LedgerScope,
  { id, kind, edition, period }: ShelfReport,
  frame: Frame,
  reader: Reader,
  now: Instant,
): Promise<Report> {
  const today = todayIn(scope.timeZone, now)
  const on = period.start <= today && today <= period.end ? today : period.end
  const [names, tree, all] = await Promise.all([accounts.list(scope), categories.list(scope), budgets.list(scope)])
  const live = all.filter(({ archived }) => !archived)
  const asks = insightAsks(frame, live, on, period.end)
  const { rows, sums, listed, revision } = await totals.atOnce(scope, async (reads, revision) => {
    const rows = await reads.read(scope, asks)
    const sums = sumsFrom(rows)
    const spenders = spendersIn(sums, frame)
    const listed = spenders.length > 0 ? await reads.largest(scope, period, spenders, mostListed, kinds) : []
    return { rows, sums, listed, revision }
  })

  const nameOf = categoryNames(tree)
  const accountName = new Map<string, string>(names.map((account) => [account.id, account.name]))
  return {
    id,
    kind,
    edition,
    ledger: { name: scope.name, timeZone: scope.timeZone },
    locale: reader.locale,
    madeMs: now,
    revision,
    period,
    previous: frame.previous,
    blocks: insightBlocks(frame, sums, tree, scope.currency.code),
    budgets: budgetStandings(live, on, today, tree, asks, rows, period.end).map((standing): ReportBudget => {
      const { budget, figures } = standing
      const category = budget.categoryId && nameOf(budget.categoryId)
      const own = standing.period
      return {
        ...(category !== undefined && { category }),
        currency: budget.currency,
        amount: figures.amount,
        spent: figures.spent,
        pace: figures.pace,
        ...((own.start !== period.start || own.end !== period.end) && { period: own }),
      }
    }),
    entries: listed.map((entry) => entryOf(entry, nameOf, accountName.get(entry.accountId) ?? '')),
    colours: categoryColours(tree),
  }
}

const kinds = ['expense', 'income', 'refund'] as const

/** By the names of now, aliases followed. */
function categoryNames(categories: readonly Category[]): (id: string) => string {
  const tree = categoryTree(categories)
  return (id) => tree.read(id)?.name ?? ''
}

function entryOf(entry: Transaction, nameOf: (id: string) => string, account: string): ReportEntry {
  const filed = entry.splits.length > 0 ? entry.splits.map(({ categoryId }) => categoryId) : [entry.categoryId]
  return {
    day: entry.day,
    kind: entry.kind,
    ...(entry.payee && { payee: entry.payee.name }),
    ...(entry.note !== undefined && { note: entry.note }),
    categories: [...new Set(filed.flatMap((id) => (id === undefined ? [] : nameOf(id))))],
    account,
    currency: entry.currency,
    amount: entry.amount,
  }
}
