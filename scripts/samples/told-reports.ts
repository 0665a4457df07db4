import { budgetFigures, firstLimit } from '../../functions/domain/budget.ts'
import { categoryColours } from '../../functions/domain/category-colour.ts'
import { categoryTree } from '../../functions/domain/category-tree.ts'
import { currencyOf } from '../../functions/domain/currency.ts'
import type { Day } from '../../functions/domain/day.ts'
import type { AccountId, CategoryId, PayeeId, TransactionId } from '../../functions/domain/ids.ts'
import { insightBlocks } from '../../functions/domain/insight.ts'
import { type Frame, frameOf, frameOfRange } from '../../functions/domain/insight-frame.ts'
import type { NamedCategory, Sums } from '../../functions/domain/insight-sums.ts'
import { fromStore } from '../../functions/domain/money.ts'
import { always, type Period, periodAt, type Rule } from '../../functions/domain/period.ts'
import { presetsFor } from '../../functions/domain/presets.ts'
import { mostListed, type Report, type ReportBudget, type ReportKind } from '../../functions/domain/report.ts'
import type { Transaction, TransactionKind } from '../../functions/domain/transaction.ts'
import { sumsOf } from './sums.ts'

/** An entry by the names of what it refers to. */
export interface Told {
  readonly day: string
  readonly amount: bigint
  readonly kind?: TransactionKind
  readonly payee?: string
  readonly note?: string
  /** By the key of a preset: "food.groceries". Several split the entry evenly. */
  readonly categories?: readonly string[]
  readonly account?: string
  readonly currency?: string
}

export interface ToldLimit {
  readonly category?: string
  readonly amount: bigint
  readonly currency?: string
  readonly rule?: Rule
}

export interface Asked {
  readonly kind: ReportKind
  /** A day of the period; a free range for custom ones. */
  readonly on: string | Period
  readonly locale?: string
  readonly currency?: string
  readonly ledger?: string
  readonly timeZone?: string
  readonly madeMs?: number
  readonly edition?: number
  readonly limits?: readonly ToldLimit[]
  readonly categories?: readonly NamedCategory[]
}

const rules: { readonly [Kind in 'weekly' | 'monthly']: Rule } = {
  weekly: { kind: 'week', weekday: 1 },
  monthly: { kind: 'month', date: 1 },
}

/** What a report is made of, before anything is figured out. */
export interface Gathered {
  readonly frame: Frame
  readonly sums: Sums
  readonly categories: readonly NamedCategory[]
  readonly currency: string
  readonly rest: Omit<Report, 'blocks'>
}

/** The report that the pipeline would gather of these entries, by the same pure functions. */
export function reportOf(told: readonly Told[], asked: Asked): Report {
  const { frame, sums, categories, currency, rest } = gathered(told, asked)
  return { ...rest, blocks: insightBlocks(frame, sums, categories, currency) }
}

export function gathered(told: readonly Told[], asked: Asked): Gathered {
  const { kind, on, locale = 'en-IE', currency = 'EUR', categories = presetCategories(locale) } = asked
  const entries = told.map((one, n) => entryOf(one, n, currency))
  const frame = frameFor(kind, on)
  const payees = new Map(entries.flatMap(({ payee }) => (payee ? [[payee.id as string, payee.name] as const] : [])))
  const sums = sumsOf(entries, frame)
  const named = sums.payees.map((sum) => {
    const name = payees.get(sum.key)
    return { ...sum, ...(name !== undefined && { name }) }
  })
  return {
    frame,
    sums: { ...sums, payees: named },
    categories,
    currency,
    rest: {
      id: '0192f1a0-7c00-7000-8000-00000000c0de',
      kind,
      edition: asked.edition ?? 1,
      ledger: { name: asked.ledger ?? 'Household', timeZone: asked.timeZone ?? 'Europe/Berlin' },
      locale,
      madeMs: asked.madeMs ?? Date.parse('2026-04-03T07:00:00Z'),
      revision: entries.length,
      period: frame.period,
      previous: frame.previous,
      budgets: (asked.limits ?? []).map((limit) => budgetOf(limit, frame.period, entries, categories, currency)),
      entries: listed(entries, frame.period).map((entry) => reportEntry(entry, categories)),
      colours: categoryColours(categories),
    },
  }
}

function frameFor(kind: ReportKind, on: string | Period): Frame {
  if (typeof on !== 'string' || kind === 'custom')
    return frameOfRange(typeof on === 'string' ? { start: on as Day, end: on as Day } : on)
  return frameOf(always(rules[kind]), periodAt(always(rules[kind]), on as Day))
}

/** The categories that a new ledger begins with; their keys are their ids. */
export function presetCategories(locale: string): readonly NamedCategory[] {
  return presetsFor(locale).categories.map(({ key, kind, name, parent }) => ({
    id: key as CategoryId,
    kind,
    name,
    ...(parent && { parentId: parent as CategoryId }),
  }))
}

function listed(entries: readonly Transaction[], { start, end }: Period): readonly Transaction[] {
  const within = entries.filter(({ day, kind }) => kind !== 'transfer' && start <= day && day <= end)
  const largest = within.toSorted((a, b) => (a.amount > b.amount ? -1 : a.amount < b.amount ? 1 : 0))
  const codes = [...new Set(largest.map(({ currency }) => currency.code))]
  return codes.flatMap((code) => largest.filter(({ currency }) => currency.code === code).slice(0, mostListed))
}

function reportEntry(entry: Transaction, categories: readonly NamedCategory[]): Report['entries'][number] {
  const { day, kind, payee, note, categoryId, splits, accountId, currency, amount } = entry
  const ids = splits.length > 0 ? splits.map((split) => split.categoryId) : [categoryId]
  const names = ids.flatMap((id) => categories.find((one) => one.id === id)?.name ?? [])
  return {
    day,
    kind,
    ...(payee && { payee: payee.name }),
    ...(note !== undefined && { note }),
    categories: names,
    account: accountId,
    currency,
    amount,
  }
}

function budgetOf(
  { category, amount, currency: code, rule }: ToldLimit,
  period: Period,
  entries: readonly Transaction[],
  categories: readonly NamedCategory[],
  ledgerCurrency: string,
): ReportBudget {
  const own = rule ? periodAt(always(rule), period.end) : period
  const currency = known(code ?? ledgerCurrency)
  const family = category && new Set<string>(categoryTree(categories).family(category))
  const sums = sumsOf(entries, frameOfRange({ start: own.start, end: own.end < period.end ? own.end : period.end }))
  // the asked period is the last of seven compared ones, and of twelve in the trend
  const spending = (family ? sums.categories : sums.trend).filter(({ window }) => window === (family ? 6 : 11))
  const counts = (key: string) => !family || family.has(key)
  const limits = firstLimit(fromStore(amount))
  const figures = budgetFigures({ currency, limits }, own, period.end, spending, counts)
  const name = categories.find(({ id }) => id === category)?.name
  return {
    ...(name !== undefined && { category: name }),
    currency,
    amount: figures.amount,
    spent: figures.spent,
    pace: figures.pace,
    ...(rule && { period: own }),
  }
}

function entryOf(told: Told, n: number, ledgerCurrency: string): Transaction {
  const { kind = 'expense', amount, categories = [], payee, note } = told
  const [only, ...more] = categories
  const share = amount / BigInt(categories.length || 1)
  const splits = categories.map((id, place) => ({
    categoryId: id as CategoryId,
    amount: fromStore(place === 0 ? amount - share * BigInt(more.length) : share),
  }))
  const currency = known(told.currency ?? ledgerCurrency)
  return {
    id: `entry-${n}` as TransactionId,
    version: 1,
    kind,
    day: told.day as Day,
    amount: fromStore(amount),
    currency,
    accountId: (told.account ?? 'Everyday') as AccountId,
    ...(kind === 'transfer' && { to: { accountId: 'Savings' as AccountId, amount: fromStore(amount), currency } }),
    ...(more.length === 0 && only !== undefined && { categoryId: only as CategoryId }),
    ...(payee !== undefined && { payee: { id: payee as PayeeId, name: payee } }),
    ...(note !== undefined && { note }),
    tags: [],
    splits: more.length > 0 ? splits : [],
  }
}

function known(code: string) {
  const currency = currencyOf(code)
  if (!currency.ok) throw new RangeError(`${code} is no currency.`)
  return currency.value
}
