import type { CategoryView } from '../../functions/api/categories.ts'
import type { NewTransaction } from '../../functions/api/transactions.ts'
import { listIn, unguard } from '../../functions/domain/csv.ts'
import { csvColumns } from '../../functions/domain/entry-csv.ts'
import { fold } from '../../functions/domain/fold.ts'
import { formatAmount, type Minor, parsePositive } from '../../functions/domain/money.ts'
import { uuid5 } from '../../functions/domain/uuid5.ts'
import type { Api, Problem } from '../api.ts'
import { here } from '../inside.ts'
import type { Book } from '../state/book.ts'
import { digitsOf } from '../wire.ts'
import { isFilled, type Row } from './csv.ts'
import type { Found, Lines, Unread } from './line.ts'
import { neededBy } from './needed.ts'

/** An account or a category that entries of a file name and the ledger has not. */
export interface Missing {
  readonly accounts: readonly {
    readonly id: string
    readonly name: string
    readonly currency: string
    readonly day: string
  }[]
  /** One that has a parent comes after it. */
  readonly categories: readonly {
    readonly id: string
    readonly name: string
    readonly kind: 'expense' | 'income'
    readonly parentId?: string
  }[]
}

export interface OwnLines extends Lines {
  readonly missing: Missing
}

/** Whether it is a file that Outlay has written: later ones may have more columns at their end, the first ones had fewer. */
export function isOwn(rows: readonly Row[]): boolean {
  const first = rows.find(isFilled) ?? []
  return csvColumns.every((name, n) => first[n] === name || (name === upper && !first[n]))
}

/** Without it, a file says nothing of what its categories are below. */
const upper = 'parent category'

/** Its entries under the ids that they have, and what the ledger needs for them. */
export function ownLines(rows: readonly Row[], book: Book): OwnLines {
  const nouns = nounsOf(book, rows.find(isFilled)?.includes(upper) ?? false)
  const found: Found[] = []
  const unread: Unread[] = []
  const groups = new Map<string, { readonly row: number; readonly cells: ReturnType<typeof named>[] }>()
  const head = rows.findIndex(isFilled)
  for (const [n, row] of rows.entries()) {
    if (n <= head || !isFilled(row)) continue
    const cells = named(row)
    const group = groups.get(cells.id) ?? { row: n + 1, cells: [] }
    group.cells.push(cells)
    groups.set(cells.id, group)
  }
  for (const [id, { row, cells }] of groups) {
    const draft = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? draftOf(cells, nouns) : undefined
    if (draft) found.push({ row, id, draft })
    else unread.push({ row, text: (rows[row - 1] ?? []).filter(Boolean).join(' '), trouble: 'unknown' })
  }
  return { found, unread, missing: nouns.missing() }
}

/** Opens the accounts, at zero, and the categories that these entries need. */
export async function addMissing(
  api: Api,
  missing: Missing,
  drafts: readonly NewTransaction[],
): Promise<Problem | undefined> {
  const { accounts, categories } = neededBy(missing, drafts)
  for (const { id, name, currency, day } of accounts) {
    const body = { name, currency, kind: 'bank' as const, opening: { amount: '0', day } }
    const answer = await api.accounts.putAccount({ params: { ...here, id }, body })
    if (!answer.ok) return answer.error
  }
  for (const { id, ...body } of categories) {
    const answer = await api.categories.putCategory({ params: { ...here, id }, body })
    if (!answer.ok) return answer.error
  }
  return undefined
}

function named(row: Row) {
  const cell = (name: (typeof csvColumns)[number]) => unguard(row[csvColumns.indexOf(name)] ?? '')
  return Object.fromEntries(csvColumns.map((name) => [name, cell(name)])) as {
    readonly [Name in (typeof csvColumns)[number]]: string
  }
}

type Cells = ReturnType<typeof named>

/** One entry out of its lines; undefined where they do not make one. */
function draftOf(lines: readonly Cells[], nouns: ReturnType<typeof nounsOf>): NewTransaction | undefined {
  const [first] = lines
  if (!first) return undefined
  const { kind } = first
  if (kind !== 'expense' && kind !== 'income' && kind !== 'refund' && kind !== 'transfer') return undefined
  const digits = digitsOf(first.amount)
  const parts = lines.map(({ amount }) => parsePositive(amount, { digits }))
  const total = parts.reduce((sum, part) => (part.ok ? sum + part.value : sum), 0n)
  if (parts.some((part) => !part.ok)) return undefined

  const sort = kind === 'income' ? 'income' : 'expense'
  const category = ({ category: name, [upper]: parent }: Cells) =>
    name ? { categoryId: nouns.category(name, sort, parent) } : {}
  const { date: day, payee, note, split, 'original amount': original } = first
  const toCurrency = first['to currency']
  const tags = listIn(first.tags)
  return {
    kind,
    day,
    amount: formatAmount(total as Minor, { digits }),
    accountId: nouns.account(first.account, first.currency, day),
    ...(kind === 'transfer' && { toAccountId: nouns.account(first['to account'], toCurrency, day) }),
    ...(kind === 'transfer' && toCurrency !== first.currency && { toAmount: first['to amount'] }),
    ...(!split && category(first)),
    ...(payee && { payee }),
    ...(note && { note }),
    ...(tags.length > 0 && { tags }),
    ...(original && { original: { amount: original, currency: first['original currency'] } }),
    ...(split && {
      splits: lines.map((line) => ({
        amount: line.amount,
        ...category(line),
        ...(line['split note'] && { note: line['split note'] }),
      })),
    }),
  }
}

/** Ids by name; what has none gets one that follows from the ledger, so that bringing a file twice adds it once. */
function nounsOf({ ledger, accounts, categories }: Book, hasParents: boolean) {
  const newAccounts = new Map<string, Missing['accounts'][number]>()
  const newCategories = new Map<string, Missing['categories'][number]>()
  return {
    account(name: string, currency: string, day: string): string {
      const id = uuid5(ledger.id, `import:account:${currency} ${name}`)
      const known = accounts.find((one) => one.id === id || (one.name === name && one.currency === currency))
      if (known) return known.id
      const before = newAccounts.get(id)
      const first = before && before.day < day ? before.day : day
      newAccounts.set(id, { id, name: freeName(name, currency, accounts), currency, day: first })
      return id
    },
    category(name: string, kind: 'expense' | 'income', parent: string): string {
      const parentId = parent ? this.category(parent, kind, '') : undefined
      const id = uuid5(ledger.id, `import:category:${kind} ${parent ? `${parent}\n` : ''}${name}`)
      const isThere = (one: CategoryView) => !hasParents || parentOf(one, categories) === parentId
      const known = categories.find(
        (one) => one.id === id || (one.name === name && one.kind === kind && !one.mergedInto && isThere(one)),
      )
      if (known) return known.id
      const beside = categories.filter((one) => one.kind === kind && one.parentId === parentId)
      newCategories.set(id, { id, name: freeName(name, kind, beside), kind, ...(parentId && { parentId }) })
      return id
    },
    missing: (): Missing => ({ accounts: [...newAccounts.values()], categories: [...newCategories.values()] }),
  }
}

/** The one that it is below, as it is read. */
function parentOf({ parentId }: CategoryView, categories: readonly CategoryView[]): string | undefined {
  return parentId && (categories.find(({ id }) => id === parentId)?.mergedInto ?? parentId)
}

/** Names are taken whatever their letters' case; the other one is of another currency or kind, or merged away. */
function freeName(name: string, otherwise: string, taken: readonly { readonly name: string }[]): string {
  return taken.some((one) => fold(one.name) === fold(name)) ? `${name} (${otherwise})` : name
}
