import { fold } from '../../functions/domain/fold.ts'
import type { Row } from './csv.ts'
import { type DayOrder, dayOrders, guessOrder, readDay } from './day-order.ts'
import { type Columns, type Role, roles } from './roles.ts'

/** Words that banks and other trackers put above their columns, folded, in English and German. The first that fits counts. */
const heads: { readonly [R in Role]: readonly string[] } = {
  day: [
    'date',
    'day',
    'booking date',
    'transaction date',
    'txn date',
    'tran date',
    'posting date',
    'buchung',
    'buchungstag',
    'buchungsdatum',
    'datum',
    'valuta',
    'wertstellung',
    'completed date',
    'started date',
    'value date',
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
    'counter party',
    'transaction description',
    'transaction remarks',
    'narration',
    'beschreibung',
  ],
  note: [
    'note',
    'notes',
    'memo',
    'reference',
    'payment reference',
    'verwendungszweck',
    'purpose',
    'details',
    'comment',
    'notiz',
    'text',
    'buchungstext',
    'buchungsdetails',
  ],
  category: ['category', 'kategorie'],
  tags: ['tags', 'labels', 'stichworter'],
}

/** What the columns are likely to be: by their heads, if nothing in them is against it, and a day and an amount by what is in them. */
export function guessColumns(head: Row, rows: readonly Row[]): Columns {
  const names = namesIn(head)
  const found = new Map<number, Role>()
  const mayBe = (role: Role) => (place: number) =>
    !found.has(place) &&
    !isAgainst(
      role,
      rows.flatMap((row) => row[place]?.trim() || []),
      rows.length,
    )
  for (const role of roles) {
    const place = placeOf(names, role, mayBe(role))
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

/** Whether a row can be the one that names the columns: a day and an amount are among its names. */
export function namesColumns(row: Row): boolean {
  const names = namesIn(row)
  // "Datei erstellt am" begins like a date
  const isSaid = (role: Role, name: string) => heads[role].some((word) => `${name} `.startsWith(`${word} `))
  const has = (role: Role) => names.some((name) => isSaid(role, name) && !isOfADay(role, name))
  return has('day') && moneyRoles.some(has)
}

const moneyRoles: readonly Role[] = ['amount', 'out', 'in']

function namesIn(head: Row): readonly string[] {
  return head.map((one) =>
    fold(one)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  )
}

/** The whole name first, then one of which it is the beginning. */
function placeOf(names: readonly string[], role: Role, mayBe: (place: number) => boolean): number {
  for (const fits of [
    (name: string, word: string) => name === word,
    (name: string, word: string) => name.startsWith(word),
  ]) {
    for (const word of heads[role]) {
      const place = names.findIndex((name, n) => fits(name, word) && !isOfADay(role, name) && mayBe(n))
      if (place >= 0) return place
    }
  }
  return -1
}

/** "Value Date" is no value. */
function isOfADay(role: Role, name: string): boolean {
  return moneyRoles.includes(role) && /\b(date?|dt|datum)\b/.test(name)
}

/** Whether what stands in a column cannot be that, whatever its name: where nothing does, there is nothing to read either. */
function isAgainst(role: Role, cells: readonly string[], rows: number): boolean {
  if (role === 'day') return cells.length > 0 && !cells.some((cell) => dayOrders.some((order) => readDay(cell, order)))
  if (moneyRoles.includes(role))
    return cells.length > 0 && (looksLikeDays(cells.slice(0, 100)) || !cells.some((cell) => /\d/.test(cell)))
  return rows > 0 && cells.length === 0
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
