import type { AccountView } from '../../functions/api/accounts.ts'
import type { NewTransaction } from '../../functions/api/transactions.ts'
import { fold } from '../../functions/domain/fold.ts'
import { formatAmount, type Minor } from '../../functions/domain/money.ts'
import { uuid5 } from '../../functions/domain/uuid5.ts'
import type { Book } from '../state/book.ts'
import { digitsOf } from '../wire.ts'
import { type DecimalSign, readMoney } from './amount.ts'
import { isBalance } from './balances.ts'
import { isFilled, type Row } from './csv.ts'
import type { DayOrder } from './day-order.ts'
import type { Found, Lines, Trouble, Unread } from './line.ts'
import { readDay } from './read-day.ts'
import type { Columns, Role } from './roles.ts'
import { marked, type Way, wayOf } from './way.ts'

/** How a file is to be read, as it was guessed and then chosen. */
export interface Choice {
  /** A row names the columns: it stands below so many others, which are dropped with it. */
  readonly hasHead: boolean
  readonly above: number
  readonly columns: Columns
  readonly accountId: string
  readonly order: DayOrder
  readonly sign: DecimalSign
  /** What has no minus went out: statements of cards. */
  readonly isTurned: boolean
}

/** Every row as an entry of one account, or why it is none. */
export function linesOf(rows: readonly Row[], choice: Choice, book: Book): Lines {
  const account = book.accounts.find(({ id }) => id === choice.accountId)
  if (!account) return { found: [], unread: [] }
  const read = reader(choice, account, book)
  const found: Found[] = []
  const unread: Unread[] = []
  const times = new Map<string, number>()
  for (const [n, row] of rows.entries()) {
    if (!isFilled(row) || (choice.hasHead && n <= choice.above)) continue
    const draft = read(row)
    if (typeof draft === 'string') {
      unread.push({ row: n + 1, text: row.filter(Boolean).join(' '), trouble: draft })
      continue
    }
    const content = contentOf(draft)
    const time = (times.get(content) ?? 0) + 1
    times.set(content, time)
    found.push({ row: n + 1, id: uuid5(account.id, `import:${content}\n${time}`), draft })
  }
  return { found, unread }
}

/**
 * What makes an entry of a file this one: not how it is filed, which may be chosen otherwise the next time. Two lines that
 * say the same are two, told apart by which of them comes first.
 */
function contentOf({ day, kind, amount, payee = '', note = '' }: NewTransaction): string {
  return [day, `${kind === 'income' ? '' : '-'}${amount}`, payee, note].join('\n')
}

const mostNote = 1000
const mostName = 120
const mostTag = 40

function reader(choice: Choice, account: AccountView, book: Book): (row: Row) => NewTransaction | Trouble {
  const digits = digitsOf(account.balance)
  const cells = (row: Row, role: Role) =>
    choice.columns.flatMap((one, n) => (one === role ? plain(row[n] ?? '') : [])).filter(Boolean)
  const fileUnder = filer(book)

  return (row) => {
    if (isBalance(row)) return 'balance'
    const day = readDay(cells(row, 'day')[0] ?? '', choice.order)
    if (!day) return 'day'
    const value = valueIn((role) => cells(row, role)[0], choice, digits)
    if (typeof value === 'string') return value
    if (value === 0n) return 'zero'
    const kind = value < 0n ? 'expense' : 'income'
    const payee = cut(cells(row, 'payee').join(' '), mostName)
    const note = cut(cells(row, 'note').join(' '), mostNote)
    const tags = cells(row, 'tags')
      .flatMap((cell) => cell.split(/[,;]/))
      .flatMap((tag) => cut(tag.trim(), mostTag) || [])
    const categoryId = fileUnder(kind, cells(row, 'category')[0], payee)
    return {
      kind,
      day,
      amount: formatAmount((value < 0n ? -value : value) as Minor, { digits }),
      accountId: account.id,
      ...(categoryId && { categoryId }),
      ...(payee && { payee }),
      ...(note && { note }),
      ...(tags.length > 0 && { tags: [...new Set(tags)].slice(0, 10) }),
    }
  }
}

/** On one line, without the control characters that a file may have got from another encoding: no ledger takes them. */
const plain = (cell: string) => cell.replace(/[\s\p{Cc}]+/gu, ' ').trim()

/** To so many units of UTF-16, and not through the middle of a character. */
const cut = (text: string, most: number) =>
  text
    .slice(0, most)
    .replace(/\p{Cs}$/u, '')
    .trim()

/** One column with a sign, or one for each way. */
function valueIn(
  cell: (role: Role) => string | undefined,
  { columns, sign, isTurned }: Choice,
  digits: number,
): bigint | Trouble {
  const turned = (value: bigint) => (isTurned ? -value : value)
  if (columns.includes('amount')) {
    const { rest, way = wayOf(cell('way') ?? '') } = marked(cell('amount') ?? '')
    const value = readMoney(rest, sign, { digits })
    if (value === undefined) return 'amount'
    return way ? going(way, value) : turned(value)
  }
  const texts = [cell('out'), cell('in')].map((text = '') => (/^[-–—]*$/.test(text) ? '' : marked(text).rest))
  const [out, back] = texts.map((text) => (text ? readMoney(text, sign, { digits }) : 0n))
  if (out === undefined || back === undefined || !texts.some(Boolean)) return 'amount'
  if (out !== 0n && back !== 0n) return 'both'
  return turned(size(back) - size(out))
}

const size = (value: bigint) => (value < 0n ? -value : value)
const going = (way: Way, value: bigint) => (way === 'out' ? -size(value) : size(value))

/** By the name in the file, else as the payee's latest entry was filed. */
function filer({ categories, payees }: Book) {
  const open = categories.filter(({ archived, mergedInto }) => !archived && !mergedInto)
  const lastOf = new Map(payees.map(({ name, last }) => [fold(name), last]))
  const idOf = (kind: string, name: string) =>
    open.find((one) => one.kind === kind && fold(one.name) === fold(name))?.id
  return (kind: 'expense' | 'income', named = '', payee: string) => {
    const [, child = ''] = /[:>·/]([^:>·/]+)$/.exec(named) ?? []
    const last = lastOf.get(fold(payee))?.categoryId
    return (
      idOf(kind, named) ??
      (child && idOf(kind, child)) ??
      open.find(({ id, kind: own }) => id === last && own === kind)?.id
    )
  }
}
