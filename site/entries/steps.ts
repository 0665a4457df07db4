import type { TransactionView } from '../../functions/api/transactions.ts'
import { open } from '../inside.ts'
import { areKeysOn, keyBefore } from '../keys-on.ts'
import { reveal } from '../list-dom.ts'
import { problemText } from '../problems.ts'
import { chosenIn } from '../state/chosen.ts'
import { layOut, topOf } from '../state/layout.ts'
import { whatIs } from '../state/loaded.ts'
import { say } from '../state/screen.ts'
import { type Cursor, type Desk, noList, type State } from '../state/state.ts'
import { uuidV7 } from '../uuid.ts'
import { change, toggle } from './pressed.ts'

/** Keys of the list: arrows move from line to line, letters act on the line or on all that are chosen. */
export function keyed(desk: Desk, event: KeyboardEvent): void {
  const isField = event.target instanceof Element && event.target.matches('input, select, button')
  if (isField && !(event.target instanceof HTMLInputElement && event.target.type === 'checkbox')) return
  const act = actOf(desk, event)
  if (!act) return
  event.preventDefault()
  event.stopPropagation()
  keyBefore.is = ''
  act()
}

function actOf(desk: Desk, event: KeyboardEvent): (() => unknown) | undefined {
  const { key, shiftKey } = event
  if ((event.ctrlKey || event.metaKey) && key.toLowerCase() === 'a') return () => chooseAll(desk)
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined
  const lines: { readonly [key: string]: number } = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: 12,
    PageUp: -12,
    Home: -1e9,
    End: 1e9,
  }
  const by = lines[key]
  if (by !== undefined) return () => move(desk, by, shiftKey)
  if (key === 'Escape') return () => desk.state.set(noList)

  const line = here(desk)
  const { chosen } = desk.state.get()
  if (key === 'Enter') return line && (() => open(desk, { kind: 'entry', id: line.entry.id, entry: line.entry }))
  if (key === ' ') return line && (() => toggle(desk, line.entry, line.at, shiftKey))
  if (key === 'Delete' || key === 'Backspace')
    return () => {
      const { cursor, place } = desk.state.get()
      left = { cursor, place }
      return binThese(desk, chosen.size > 0 ? chosenIn(desk.state.get()) : line ? [line.entry] : [])
    }
  // after a g it is a page that is meant
  if (!areKeysOn(desk) || keyBefore.is === 'g') return undefined
  if (key === 'x') return line && (() => toggle(desk, line.entry, line.at, shiftKey))
  if (key === 'e') return line && (() => change(desk, line.entry, 'payee'))
  if (key === 'd') return line && (() => copy(desk, line))
  if (key === 'c' || key === 't') return () => onChosen(desk, line, key === 'c' ? 'refile' : 'tag')
  return undefined
}

type Line = NonNullable<ReturnType<typeof here>>

/** The entry that the cursor is on, if it is here. */
function here({ state }: Desk) {
  const { cursor, entries } = state.get()
  const entry = cursor && whatIs(entries)?.rows.get(cursor.day)?.[cursor.place]
  return entry && cursor && { entry, at: cursor }
}

/** As it was when lines were deleted last: keys go on from there. */
let left: Pick<State, 'cursor' | 'place'> | undefined

/** So many lines on, over the headings between them; with Shift what is passed is chosen. */
export function move(desk: Desk, by: number, choose: boolean): void {
  const { entries, cursor, view, place } = desk.state.get()
  const list = whatIs(entries)
  if (!list || list.days.length === 0) return
  const before = numberOf(list.days, cursor ?? (left?.place === place ? left.cursor : undefined))
  // where a line has gone, the one behind it is in its place by now
  const on = cursor || by < 0 ? by : by - 1
  const count = list.days.reduce((sum, { entries }) => sum + entries, 0)
  const next = before === undefined ? 0 : Math.max(0, Math.min(count - 1, before + on))
  const at = placeOf(list.days, next)
  const day = list.days.findIndex((one) => one.day === at.day)
  const line = list.rows.get(at.day)?.[at.place]
  if (choose && line) toggle(desk, line, at, true)
  else desk.state.set({ cursor: at })
  reveal(topOf(layOut(list.days, view), view, day, at.place), view.row)
}

type Days = readonly { readonly day: string; readonly entries: number }[]

function numberOf(days: Days, cursor: Cursor | undefined): number | undefined {
  if (!cursor) return undefined
  const day = days.findIndex((one) => one.day <= cursor.day)
  const above = days.slice(0, day < 0 ? days.length : day).reduce((sum, { entries }) => sum + entries, 0)
  return above + (days[day]?.day === cursor.day ? cursor.place : 0)
}

function placeOf(days: Days, number: number): Cursor {
  let left = number
  for (const { day, entries } of days) {
    if (left < entries) return { day, place: left }
    left -= entries
  }
  return { day: days[0]?.day ?? '', place: 0 }
}

/** As many as can be changed at once. */
const mostAtOnce = 500

function chooseAll(desk: Desk): void {
  const rows = [...(whatIs(desk.state.get().entries)?.rows.values() ?? [])].flat().slice(0, mostAtOnce)
  desk.state.set({ chosen: new Map(rows.map((one) => [one.id, one])) })
}

function onChosen(desk: Desk, line: Line | undefined, kind: 'refile' | 'tag'): void {
  if (desk.state.get().chosen.size === 0 && line) toggle(desk, line.entry, line.at, false)
  if (desk.state.get().chosen.size > 0) open(desk, { kind })
}

/** The same entry once more, today. */
function copy(desk: Desk, { entry }: Line): void {
  open(desk, { kind: 'entry', id: uuidV7(desk.now()), copyOf: entry })
}

/** To the trash. What it takes comes when it is asked for. */
export async function binThese(desk: Desk, all: readonly TransactionView[]): Promise<void> {
  try {
    await (await import('./entry-acts.ts')).binEntries(desk, all)
  } catch {
    say(desk, problemText({ kind: 'offline' }))
  }
}
