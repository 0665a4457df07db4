import type { TransactionView } from '../../functions/api/transactions.ts'
import { ok, type Result } from '../../functions/domain/result.ts'
import type { Api, Problem } from '../api.ts'
import { here } from './book.ts'
import { type Filter, filters, queryOf } from './filter.ts'
import { dayAt, layOut } from './layout.ts'
import { whatIs } from './loaded.ts'
import type { State } from './state.ts'

/** How many entries a day has. */
export interface DayCount {
  readonly day: string
  readonly entries: number
}

/**
 * A list of entries, the newest day first. Where the server can count by day, all its days are known before their rows,
 * which come as they are looked at. Else it grows: `next` leads to more days.
 */
export interface EntryList {
  readonly days: readonly DayCount[]
  /** Of those days whose rows are here, all of them; of the last day of a list that grows, what came so far. */
  readonly rows: ReadonlyMap<string, readonly TransactionView[]>
  readonly next?: string | undefined
}

/** Days in a list, both in it. */
export interface DayRange {
  readonly from: string
  readonly to: string
}

const pageSize = '200'
type Read<T> = Promise<Result<T, Problem>>

/** Totals know how many entries an account has on a day, but not how many hold a word. */
export function isCountable(filter: Filter): boolean {
  return filters.every((name) => ['from', 'to', 'account'].includes(name) || filter[name] === undefined)
}

/** The list with the rows of the days in `seen`, or of its first days; of one that grows as many rows as `atLeast`. */
export async function readList(api: Api, filter: Filter, seen: DayRange | undefined, atLeast: number): Read<EntryList> {
  if (!isCountable(filter)) return grow(api, filter, { days: [], rows: new Map() }, atLeast)
  const counting = readDays(api, filter)
  const first = seen ? readRows(api, filter, seen) : readPage(api, filter)
  const [days, rows] = [await counting, await first]
  if (!days.ok) return days
  if (!rows.ok) return rows
  const byDay = grouped(rows.value.items)
  const whole = days.value.filter(({ day, entries }) => byDay.get(day)?.length === entries)
  return ok({ days: days.value, rows: new Map(whole.map(({ day }) => [day, byDay.get(day) ?? []])) })
}

/** More days of a list that grows, until it has so many rows. */
export async function grow(api: Api, filter: Filter, before: EntryList, atLeast: number): Read<EntryList> {
  let list = before
  do {
    const page = await readPage(api, filter, list.next)
    if (!page.ok) return page
    const items = [...[...list.rows.values()].flat(), ...page.value.items]
    const rows = grouped(items)
    list = { days: [...rows].map(([day, some]) => ({ day, entries: some.length })), rows, next: page.value.next }
  } while (list.next && [...list.rows.values()].flat().length < atLeast)
  return ok(list)
}

/** All rows of these days. */
export async function readRows(api: Api, filter: Filter, { from, to }: DayRange): Read<Page> {
  const items: TransactionView[] = []
  let cursor: string | undefined
  do {
    const page = await readPage(api, { ...filter, from, to }, cursor)
    if (!page.ok) return page
    items.push(...page.value.items)
    cursor = page.value.next
  } while (cursor)
  return ok({ items })
}

interface Page {
  readonly items: readonly TransactionView[]
  readonly next?: string | undefined
}

async function readPage(api: Api, filter: Filter, cursor?: string): Read<Page> {
  const query = { ...queryOf(filter), limit: pageSize, cursor }
  const answer = await api.transactions.listTransactions({ params: here, query })
  return answer.ok ? ok(answer.value.body) : answer
}

async function readDays(api: Api, { from, to, account }: Filter): Read<readonly DayCount[]> {
  const days: DayCount[] = []
  let until = to
  do {
    const answer = await api.transactions.listDays({ params: here, query: { from, to: until, account } })
    if (!answer.ok) return answer
    days.push(...answer.value.body.items)
    until = answer.value.body.next
  } while (until)
  return ok(days)
}

export function grouped(items: readonly TransactionView[]): ReadonlyMap<string, readonly TransactionView[]> {
  const rows = new Map<string, TransactionView[]>()
  for (const item of items) {
    const day = rows.get(item.day)
    if (day) day.push(item)
    else rows.set(item.day, [item])
  }
  return rows
}

/** The days of the list that are drawn; undefined before there is a list, and at its beginning. */
export function seenDays({ entries, view }: Pick<State, 'entries' | 'view'>): DayRange | undefined {
  const days = whatIs(entries)?.days ?? []
  if (view.from <= 0 || days.length === 0) return undefined
  const { tops } = layOut(days, view)
  const [newest, oldest] = [days[dayAt(tops, view.from)], days[dayAt(tops, view.to)]]
  return newest && oldest && { from: oldest.day, to: newest.day }
}
