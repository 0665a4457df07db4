import { periodOf, periodsUpTo, type Rules, type Stretch, shift } from './naive-periods.ts'

/**
 * A ledger as one would keep it on paper: plain lists, and sums made anew each time by reading every entry.
 * It shares no code with the product, so that both are wrong in the same way only by bad luck.
 */
export interface Book {
  today: string
  readonly currency: string
  rules: Rules
  accounts: Account[]
  categories: Category[]
  /** What a payee was merged into, by name. */
  payeeAliases: ReadonlyMap<string, string>
  entries: Entry[]
  trash: Entry[]
  limits: Limit[]
}

export type Kind = 'expense' | 'income' | 'transfer' | 'refund'

export interface Account {
  readonly id: string
  readonly currency: string
  readonly opening: bigint
  archived: boolean
}

export interface Category {
  readonly id: string
  readonly kind: 'expense' | 'income'
  parentId: string | undefined
  mergedInto: string | undefined
  archived: boolean
}

export interface Entry {
  readonly id: string
  readonly kind: Kind
  readonly day: string
  readonly amount: bigint
  readonly accountId: string
  readonly to: { readonly accountId: string; readonly amount: bigint } | undefined
  readonly categoryId: string | undefined
  readonly splits: readonly { readonly categoryId: string | undefined; readonly amount: bigint }[]
  readonly payee: string | undefined
  readonly note: string | undefined
  readonly tags: readonly string[]
}

export interface Limit {
  readonly id: string
  readonly categoryId: string | undefined
  readonly currency: string
  rule: string
  /** Each amount with the day that it holds from, oldest first. */
  amounts: { readonly from: string; readonly amount: bigint; readonly rule: string }[]
}

export const beginningOfTime = '1900-01-01'

export function money(amount: bigint, currency: string): string {
  const digits = digitsOf[currency] ?? 2
  if (digits === 0) return String(amount)
  const sign = amount < 0n ? '-' : ''
  const figures = String(amount < 0n ? -amount : amount).padStart(digits + 1, '0')
  return `${sign}${figures.slice(0, -digits)}.${figures.slice(-digits)}`
}

/** How many minor units make one whole unit. */
export const unitOf = (currency: string): bigint => 10n ** BigInt(digitsOf[currency] ?? 2)

const digitsOf: Readonly<Record<string, number>> = { EUR: 2, JPY: 0, BHD: 3 }

export function currencyOf(book: Book, { accountId }: Pick<Entry, 'accountId'>): string {
  return book.accounts.find(({ id }) => id === accountId)?.currency ?? ''
}

export function balanceOf(book: Book, account: Account): bigint {
  const moves = book.entries.map(({ kind, amount, accountId, to }) => {
    const out = kind === 'expense' || kind === 'transfer' ? -amount : amount
    return (accountId === account.id ? out : 0n) + (to?.accountId === account.id ? to.amount : 0n)
  })
  return moves.reduce((balance, move) => balance + move, account.opening)
}

export interface Figures {
  readonly income: bigint
  readonly expense: bigint
}

/** A refund is an expense that came back; a transfer is neither. */
export function figuresOf(entries: readonly Entry[]): Figures {
  const total = (kind: Kind) =>
    entries.filter((entry) => entry.kind === kind).reduce((sum, { amount }) => sum + amount, 0n)
  return { income: total('income'), expense: total('expense') - total('refund') }
}

export function entriesIn(book: Book, currency: string, { start, end }: Stretch): Entry[] {
  return book.entries.filter(
    (entry) =>
      currencyOf(book, entry) === currency && start <= entry.day && entry.day <= end && entry.kind !== 'transfer',
  )
}

/** One line of an entry for a category: its effect on income or expense. */
export interface Line {
  readonly kind: 'expense' | 'income'
  readonly categoryId: string | undefined
  readonly amount: bigint
}

export function linesOf(entries: readonly Entry[]): Line[] {
  return entries.flatMap(({ kind, categoryId, amount, splits }) => {
    const parts = splits.length > 0 ? splits : [{ categoryId, amount }]
    return parts.map((part) => ({
      kind: kind === 'income' ? ('income' as const) : ('expense' as const),
      categoryId: part.categoryId,
      amount: kind === 'refund' ? -part.amount : part.amount,
    }))
  })
}

/** The category that an alias is read as. */
export function readAs(book: Book, id: string): Category | undefined {
  const category = book.categories.find((one) => one.id === id)
  return category?.mergedInto ? readAs(book, category.mergedInto) : category
}

/** The name that an alias is read by. */
export function payeeAs({ payeeAliases }: Pick<Book, 'payeeAliases'>, name: string): string {
  const into = payeeAliases.get(name)
  return into === undefined ? name : payeeAs({ payeeAliases }, into)
}

/** Merged into an alias it goes where the alias is read; undefined when that would be itself. */
export function mergeTarget(book: Book, id: string, into: string): string | undefined {
  const others = {
    ...book,
    categories: book.categories.map((one) => (one.id === id ? { ...one, mergedInto: undefined } : one)),
  }
  const target = readAs(others, into)?.id
  return target === id ? undefined : target
}

/** Top level, and the category below it that a line belongs to; undefined where it lies on the top itself. */
export function placeOf(book: Book, id: string | undefined): { top: string | undefined; child: string | undefined } {
  const category = id === undefined ? undefined : readAs(book, id)
  if (!category?.parentId) return { top: category?.id, child: undefined }
  return { top: readAs(book, category.parentId)?.id, child: category.id }
}

export interface CategorySum {
  readonly kind: 'expense' | 'income'
  readonly top: string | undefined
  readonly child: string | undefined
  readonly amount: bigint
  readonly lines: number
}

/** One sum per place; `child` undefined is what lies on the top itself. */
export function byPlace(book: Book, entries: readonly Entry[]): CategorySum[] {
  const sums = new Map<string, CategorySum>()
  for (const line of linesOf(entries)) {
    const place = placeOf(book, line.categoryId)
    const key = `${line.kind} ${place.top} ${place.child}`
    const { amount, lines } = sums.get(key) ?? { amount: 0n, lines: 0 }
    sums.set(key, { ...place, kind: line.kind, amount: amount + line.amount, lines: lines + 1 })
  }
  return [...sums.values()]
}

/** Spent in a category, in those below it and in all that are read as one of these; everything without a category. */
export function spentOn(book: Book, categoryId: string | undefined, entries: readonly Entry[]): bigint {
  const counts = (line: Line) => {
    if (line.kind === 'income') return false
    if (categoryId === undefined) return true
    const { top, child } = placeOf(book, line.categoryId)
    const wanted = readAs(book, categoryId)?.id
    return top === wanted || child === wanted
  }
  return linesOf(entries)
    .filter(counts)
    .reduce((sum, { amount }) => sum + amount, 0n)
}

export interface LimitFigures {
  readonly period: Stretch
  readonly amount: bigint
  readonly spent: bigint
  readonly left: bigint
  /** As much of the limit as of the period's days is over by tonight, to the nearest unit. */
  readonly pace: bigint
  /** Other currencies in which something was spent on the same. */
  readonly notCounted: readonly string[]
}

export function limitFigures(book: Book, limit: Limit, on: string): LimitFigures {
  const period = periodOf(limit.amounts, on)
  const amount = limit.amounts.filter(({ from }) => from <= period.start).at(-1)?.amount ?? 0n
  const spentIn = (currency: string) => spentOn(book, limit.categoryId, entriesIn(book, currency, period))
  const others = [...new Set(book.accounts.map(({ currency }) => currency))].filter((one) => one !== limit.currency)
  const spent = spentIn(limit.currency)
  const [days, over] = [daysOf(period), daysOf(period).filter((day) => day <= book.today)]
  const pace = (amount * BigInt(over.length) * 2n + BigInt(days.length)) / (BigInt(days.length) * 2n)
  const notCounted = others.filter((one) => spentIn(one) !== 0n).sort()
  return { period, amount, spent, left: amount - spent, pace, notCounted }
}

function daysOf({ start, end }: Stretch): string[] {
  const days = [start]
  for (let day = shift(start, 1); day <= end; day = shift(day, 1)) days.push(day)
  return days
}

/** A new limit holds from the running period on, which is its rule's; what was before goes by the rule of then. */
export function setLimit(book: Book, limit: Limit, amount: bigint): void {
  const { start } = periodOf([{ from: beginningOfTime, rule: limit.rule }], book.today)
  limit.amounts = [...limit.amounts.filter(({ from }) => from < start), { from: start, amount, rule: limit.rule }]
}

/** The middle of the six; between the two in the middle, the exact half in units of half a cent. */
export function twiceMedian(values: readonly bigint[]): bigint {
  const sorted = values.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  const middle = sorted.length >> 1
  const [low, high] = [sorted[sorted.length % 2 ? middle : middle - 1] ?? 0n, sorted[middle] ?? 0n]
  return low + high
}

export interface Comparison {
  readonly period: Stretch
  readonly previous: Stretch
  /** Up to six that tell what is usual: before the first income or expense nothing was, usual or otherwise. */
  readonly before: readonly Stretch[]
  readonly trend: readonly Stretch[]
}

/** By the ledger's rules, or by one rule that always holds. */
export function comparison(book: Book, on: string, rule?: string): Comparison {
  const rules = rule === undefined ? book.rules : [{ from: beginningOfTime, rule }]
  const period = periodOf(rules, on)
  const back = periodsUpTo(rules, period, 12)
  const first = book.entries
    .filter(({ kind }) => kind !== 'transfer')
    .map(({ day }) => day)
    .sort()[0]
  const before = back.slice(-7, -1).filter(({ end }) => first !== undefined && first <= end)
  return { period, previous: back.at(-2) ?? period, before, trend: back }
}

/** The order of lists: the newest day first, and on a day the latest id. */
export function newestFirst(entries: readonly Entry[]): Entry[] {
  return entries.toSorted((a, b) => (`${a.day} ${a.id}` < `${b.day} ${b.id}` ? 1 : -1))
}

export interface Wanted {
  readonly from?: string
  readonly to?: string
  readonly account?: string
  readonly category?: string
  readonly kind?: Kind
  readonly tag?: string
  readonly currency?: string
  /** In whole units of each entry's currency. */
  readonly min?: bigint
  readonly max?: bigint
}

export function filtered(book: Book, wanted: Wanted): Entry[] {
  const isIn = (id: string | undefined, category: string) => {
    if (category === 'none') return id === undefined
    const { top, child } = placeOf(book, id)
    const meant = readAs(book, category)?.id
    return meant !== undefined && (top === meant || child === meant)
  }
  const fits = (entry: Entry) => {
    const { from, to, account, category, kind, tag, currency, min, max } = wanted
    const categories = entry.splits.length > 0 ? entry.splits.map((split) => split.categoryId) : [entry.categoryId]
    return (
      (from === undefined || from <= entry.day) &&
      (to === undefined || entry.day <= to) &&
      (account === undefined || entry.accountId === account || entry.to?.accountId === account) &&
      (category === undefined || (entry.kind !== 'transfer' && categories.some((id) => isIn(id, category)))) &&
      (kind === undefined || entry.kind === kind) &&
      (tag === undefined || entry.tags.includes(tag)) &&
      (currency === undefined || currencyOf(book, entry) === currency) &&
      (min === undefined || entry.amount >= min * unitOf(currencyOf(book, entry))) &&
      (max === undefined || entry.amount <= max * unitOf(currencyOf(book, entry)))
    )
  }
  return newestFirst(book.entries.filter(fits))
}
