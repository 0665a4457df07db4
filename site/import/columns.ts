import { fold } from '../../functions/domain/fold.ts'
import type { Row } from './csv.ts'
import type { DayOrder } from './day-order.ts'
import { guessOrder, readDay } from './read-day.ts'
import { type Columns, type Role, roles } from './roles.ts'

/** Words that banks and other trackers put above their columns, folded, in English and German. The first that fits counts. */
const heads: { readonly [R in Role]: readonly string[] } = {
  day: [
    'date',
    'day',
    'booking date',
    'transaction date',
    'buchungstag',
    'buchungsdatum',
    'datum',
    'valuta',
    'wertstellung',
    'completed date',
    'started date',
  ],
  out: [
    'debit',
    'withdrawal',
    'paid out',
    'money out',
    'soll',
    'ausgabe',
    'belastung',
    'lastschrift',
    'outflow',
    'expense',
  ],
  in: ['credit', 'deposit', 'paid in', 'money in', 'haben', 'einnahme', 'gutschrift', 'inflow', 'income'],
  amount: ['amount', 'betrag', 'umsatz', 'value', 'sum', 'wert'],
  payee: [
    'payee',
    'merchant',
    'counterparty',
    'name',
    'beguenstigter',
    'begunstigter',
    'empfanger',
    'auftraggeber',
    'zahlungsempfanger',
    'beneficiary',
    'recipient',
    'description',
    'partner',
  ],
  note: [
    'note',
    'notes',
    'memo',
    'reference',
    'verwendungszweck',
    'purpose',
    'details',
    'comment',
    'notiz',
    'text',
    'buchungstext',
  ],
  category: ['category', 'kategorie'],
  tags: ['tags', 'labels', 'stichworter'],
}

/** What the columns are likely to be: by their heads, and a day and an amount by what is in them. */
export function guessColumns(head: Row, rows: readonly Row[]): Columns {
  const names = head.map((one) =>
    fold(one)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  )
  const found = new Map<number, Role>()
  for (const role of roles) {
    const place = placeOf(names, heads[role], found)
    if (place >= 0) found.set(place, role)
  }
  const isTaken = (role: Role) => [...found.values()].includes(role)
  const cells = (place: number) => rows.slice(0, 30).map((row) => row[place] ?? '')
  const free = head.map((_, place) => place).filter((place) => !found.has(place))
  if (!isTaken('day'))
    put(
      free.find((place) => looksLikeDays(cells(place))),
      'day',
    )
  if (!isTaken('amount') && !isTaken('out') && !isTaken('in')) {
    put(
      free.find((place) => !found.has(place) && looksLikeAmounts(cells(place))),
      'amount',
    )
  }
  if (isTaken('amount')) for (const [place, role] of found) if (role === 'out' || role === 'in') found.delete(place)
  return head.map((_, place) => found.get(place))

  function put(place: number | undefined, role: Role): void {
    if (place !== undefined) found.set(place, role)
  }
}

/** The whole name first, then one of which it is the beginning. */
function placeOf(names: readonly string[], words: readonly string[], taken: ReadonlyMap<number, Role>): number {
  const free = (place: number) => !taken.has(place)
  for (const fits of [
    (name: string, word: string) => name === word,
    (name: string, word: string) => name.startsWith(word),
  ]) {
    for (const word of words) {
      const place = names.findIndex((name, n) => free(n) && fits(name, word))
      if (place >= 0) return place
    }
  }
  return -1
}

function looksLikeDays(cells: readonly string[]): boolean {
  const order: DayOrder = guessOrder(cells, 'dmy')
  return cells.length > 0 && cells.filter((cell) => readDay(cell, order)).length > cells.length * 0.8
}

function looksLikeAmounts(cells: readonly string[]): boolean {
  const amounts = cells.filter((cell) => /^[(+\-−]?\D{0,3}\s?\d[\d.,' ]*([.,]\d{1,3})?\D{0,4}$/.test(cell.trim()))
  return cells.length > 0 && amounts.length > cells.length * 0.8
}

/** Whether the first row names the columns: it has no day and no amount, and all its cells say something else than below. */
export function hasHead(rows: readonly Row[]): boolean {
  const [first = []] = rows
  return first.length > 0 && !first.some((cell) => looksLikeDays([cell]) || looksLikeAmounts([cell]))
}
