import type { AccountView } from '../../functions/api/accounts.ts'
import { ok, type Result, refuse } from '../../functions/domain/result.ts'
import { digitsOf } from '../wire.ts'
import { type DecimalSign, guessSign } from './amount.ts'
import { guessColumns } from './columns.ts'
import { decode, guessDelimiter, isFilled, type Row, readCsv } from './csv.ts'
import type { DayOrder } from './day-order.ts'
import type { Delimiter } from './delimiters.ts'
import { findHead } from './head-row.ts'
import type { Importing } from './importing.ts'
import { type Choice, linesOf } from './lines.ts'
import { isOwn, ownLines } from './own.ts'
import { guessOrder } from './read-day.ts'
import type { Columns } from './roles.ts'
import { hasMinus, marked } from './way.ts'

export { addMissing } from './own.ts'

/** As the person's country writes it, where the file does not show. */
export interface Usual {
  readonly order: DayOrder
  readonly sign: DecimalSign
}

/** Beyond that it is no list that a person looks through. */
export const mostFileBytes = 10_000_000

/** Bytes of a file as a table, with a guess of what it means; refused is what is none. */
export function openFile(
  name: string,
  bytes: Uint8Array,
  account: AccountView | undefined,
  usual: Usual,
): Result<Importing, 'no-table' | 'too-large'> {
  if (bytes.length > mostFileBytes) return refuse('too-large')
  const text = decode(bytes).replace(/^\ufeff/, '')
  // a spreadsheet's own file is an archive, and other files of banks have tags
  const isTable = !text.slice(0, 1000).includes('\0') && !/^\s*(?:[<{[]|%PDF|!Type|OFXHEADER)/.test(text)
  const delimiter = guessDelimiter(text)
  const rows = isTable ? readCsv(text, delimiter) : []
  if (!rows.some((row) => row.length > 1)) return refuse('no-table')
  return ok({
    name,
    text,
    delimiter,
    rows,
    choice: isOwn(rows) ? undefined : guess(rows, account, usual),
    read: (all, choice, book) => (choice ? linesOf(all, choice, book) : ownLines(all, book)),
    turned: new Set(),
    most: 50,
    progress: undefined,
    brought: undefined,
  })
}

/** The same file, its cells parted by something else. */
export function parted(importing: Importing, delimiter: Delimiter, account: AccountView | undefined, usual: Usual) {
  const rows = readCsv(importing.text, delimiter)
  return { ...importing, delimiter, rows, choice: guess(rows, account, usual) }
}

function guess(rows: readonly Row[], account: AccountView | undefined, usual: Usual): Choice {
  const { hasHead, above } = findHead(rows)
  const head = hasHead ? (rows[above] ?? []) : []
  const body = rows.slice(hasHead ? above + 1 : 0).filter(isFilled)
  const width = Math.max(head.length, ...body.slice(0, 40).map((row) => row.length))
  const names = Array.from({ length: width }, (_, n) => head[n] ?? '')
  const columns = guessColumns(names, body)
  return {
    hasHead,
    above,
    columns,
    accountId: account?.id ?? '',
    order: guessOrder(cellsOf(body, columns, ['day']), usual.order),
    // three decimals look like thousands: there the country decides
    sign:
      digitsOf(account?.balance ?? '') === 3
        ? usual.sign
        : guessSign(cellsOf(body, columns, ['amount', 'out', 'in']), usual.sign),
    isTurned: isOfCard(cellsOf(body, columns, ['amount'])),
  }
}

/** A statement of a card may mark only what came back: "12.50 CR". */
function isOfCard(amounts: readonly string[]): boolean {
  const ways = amounts.map((text) => marked(text).way)
  return ways.includes('in') && !ways.includes('out') && ways.includes(undefined) && !amounts.some(hasMinus)
}

function cellsOf(rows: readonly Row[], columns: Columns, roles: readonly Columns[number][]): readonly string[] {
  const places = columns.flatMap((role, n) => (role !== undefined && roles.includes(role) ? [n] : []))
  return rows.slice(0, 500).flatMap((row) => places.flatMap((n) => row[n] || []))
}
