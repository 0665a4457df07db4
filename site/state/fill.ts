import { filterIn } from './filter.ts'
import { dayAt, layOut } from './layout.ts'
import { type DayCount, type EntryList, grouped, grow, isCountable, readRows } from './list.ts'
import { loadOne } from './load.ts'
import { failed, whatIs } from './loaded.ts'
import type { Desk } from './state.ts'

const atOnce = 200
/** Beyond so many rows those are let go that lie farther away than so many days; they come again when they are looked at. */
const mostKept = 3000
const nearDays = 120

let isFilling = false

/** Asks for the rows that are in sight and not here, some days at a time, until none is missing. */
export async function fill(desk: Desk): Promise<void> {
  if (isFilling) return
  isFilling = true
  try {
    while (await step(desk)) {}
  } finally {
    isFilling = false
  }
}

/** Whether there may be more to do. */
async function step(desk: Desk): Promise<boolean> {
  const { state, client } = desk
  const { entries, place } = state.get()
  const list = whatIs(entries)
  if (!list || entries.kind === 'failed' || place.path !== '/entries') return false
  const filter = filterIn(place.query)
  if (!isCountable(filter)) return growing(desk, list)

  const missing = missingDays(desk, list)
  const [newest, oldest] = [missing[0], missing.at(-1)]
  if (!newest || !oldest) return false
  const answer = await readRows(client.api, filter, { from: oldest.day, to: newest.day })
  // a list that was loaded anew in the meantime has other rows
  if (whatIs(state.get().entries) !== list) return true
  if (!answer.ok) {
    state.set({ entries: failed(answer.error, state.get().entries) })
    return false
  }
  const found = grouped(answer.value.items)
  if (missing.some(({ day, entries }) => (found.get(day)?.length ?? 0) !== entries)) {
    // somebody else has written in between: the days are others by now
    await loadOne(desk, 'entries')
    return false
  }
  state.set({ entries: { kind: 'ready', value: { ...list, rows: kept(list, found, newest.day) } } })
  return true
}

/** Days in sight without their rows, as many as one question takes. */
function missingDays({ state }: Desk, { days, rows }: EntryList): readonly DayCount[] {
  const { view } = state.get()
  const { tops } = layOut(days, view)
  const seen = days.slice(dayAt(tops, view.from), dayAt(tops, view.to) + 1)
  const first = seen.findIndex(({ day }) => !rows.has(day))
  const run: DayCount[] = []
  let sum = 0
  for (const one of first < 0 ? [] : seen.slice(first)) {
    sum += one.entries
    if (rows.has(one.day) || (run.length > 0 && sum > atOnce)) break
    run.push(one)
  }
  return run
}

async function growing({ state, client }: Desk, list: EntryList): Promise<boolean> {
  const { view, place } = state.get()
  const { tops } = layOut(list.days, view)
  if (!list.next || view.to + 800 < (tops.at(-1) ?? 0)) return false
  const count = [...list.rows.values()].flat().length
  const more = await grow(client.api, filterIn(place.query), list, count + 1)
  if (whatIs(state.get().entries) !== list) return true
  state.set({ entries: more.ok ? { kind: 'ready', value: more.value } : failed(more.error, state.get().entries) })
  return more.ok
}

/** With what was found; where that makes too many, without what is far from it. */
function kept({ days, rows }: EntryList, found: EntryList['rows'], around: string): EntryList['rows'] {
  const all = new Map([...rows, ...found])
  const count = [...all.values()].reduce((sum, some) => sum + some.length, 0)
  if (count <= mostKept) return all
  const center = days.findIndex(({ day }) => day === around)
  const near = days.slice(Math.max(0, center - nearDays), center + nearDays)
  return new Map([...all].filter(([name]) => near.some(({ day }) => day === name)))
}
