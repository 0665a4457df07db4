import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { deskWith, entry, ids } from '../../tests/browser/desk.ts'
import { listOf } from '../../tests/browser/lists.ts'
import { keyBefore, setKeys } from '../keys-on.ts'
import type { State } from '../state/state.ts'
import { lineId } from './long-list.ts'
import { toggle } from './pressed.ts'
import { keyed, move } from './steps.ts'

const steps = suite('the keys of the list')

const others = [ids.home, ids.pets, ids.salary].map((id, n) => ({ ...entry, id, day: `2026-11-1${9 - n}` }))
const list = listOf([entry, ...others])

// there is no page here to bring anything into sight on
const global = globalThis as { document?: unknown; Element?: unknown; HTMLInputElement?: unknown }
steps.before(() => {
  Object.assign(global, { document: { getElementById: () => null }, Element: class {}, HTMLInputElement: class {} })
})
steps.after(() => {
  for (const name of ['document', 'Element', 'HTMLInputElement'] as const) delete global[name]
})

const desk = (change: Partial<State> = {}) =>
  deskWith(() => [200, { items: [] }], { entries: { kind: 'ready', value: list }, ...change })
const press = (at: ReturnType<typeof desk>, key: string, more = {}) => {
  const event = { key, target: null, preventDefault: () => {}, stopPropagation: () => {}, ...more }
  keyed(at.desk, event as unknown as KeyboardEvent)
  return at.desk.state.get()
}

steps('go from line to line over the headings of days, and stop at both ends', () => {
  const at = desk()

  assert.equal(press(at, 'ArrowDown').cursor, { day: '2026-11-20', place: 0 })
  assert.equal(press(at, 'ArrowDown').cursor, { day: '2026-11-19', place: 0 })
  assert.equal(press(at, 'End').cursor, { day: '2026-11-17', place: 0 })
  assert.equal(press(at, 'ArrowDown').cursor, { day: '2026-11-17', place: 0 })
  assert.equal(press(at, 'Home').cursor, { day: '2026-11-20', place: 0 })
  assert.is(lineId({ day: '2026-11-20', place: 0 }), 'line-2026-11-20-0')
})

steps('choose a line, those on the way with Shift, all of them, and none', () => {
  const at = desk()
  press(at, 'ArrowDown')

  assert.equal([...press(at, 'x').chosen.keys()], [entry.id])
  move(at.desk, 1, true)
  assert.equal([...press(at, 'ArrowDown', { shiftKey: true }).chosen.keys()], [entry.id, ids.home, ids.pets])
  assert.is(press(at, 'a', { ctrlKey: true }).chosen.size, 4)
  assert.is(press(at, 'Escape').chosen.size, 0)
})

steps('act on the line that is meant: open it, change it in place, repeat it', () => {
  const at = desk({ cursor: { day: '2026-11-20', place: 0 } })

  assert.equal(press(at, 'e').editing, { id: entry.id, field: 'payee' })
  const { dialog } = press(at, 'Enter')
  assert.ok(dialog?.kind === 'entry' && dialog.entry === entry)
  const copied = press(at, 'd').dialog
  assert.ok(copied?.kind === 'entry' && copied.copyOf === entry && copied.id !== entry.id)
})

steps('go on from where a line was deleted', async () => {
  const at = desk({ cursor: { day: '2026-11-18', place: 0 } })
  press(at, 'Delete')
  const rest = listOf([entry, ...others].filter(({ day }) => day !== '2026-11-18'))
  at.desk.state.set({ cursor: undefined, entries: { kind: 'ready', value: rest } })

  assert.equal(press(at, 'ArrowDown').cursor, { day: '2026-11-17', place: 0 })
  at.desk.state.set({ cursor: undefined })
  assert.equal(press(at, 'ArrowUp').cursor, { day: '2026-11-19', place: 0 })
  // another list begins at its first line
  at.desk.state.set({ cursor: undefined, place: { path: '/entries', query: new URLSearchParams('text=x') } })
  assert.equal(press(at, 'ArrowDown').cursor, { day: '2026-11-20', place: 0 })
})

steps('ask for a category or tags for what is chosen, or for the line alone', () => {
  const at = desk({ cursor: { day: '2026-11-20', place: 0 } })
  const { dialog, chosen } = press(at, 'c')

  assert.is(dialog?.kind, 'refile')
  assert.equal([...chosen.keys()], [entry.id])
  toggle(at.desk, others[0] ?? entry, { day: '2026-11-19', place: 0 }, false)
  const tagged = press(at, 't')
  assert.is(tagged.dialog?.kind, 'tag')
  assert.is(tagged.chosen.size, 2)
})

steps('that are single letters do nothing for who has switched them off, while arrows go on', () => {
  const at = desk({ cursor: { day: '2026-11-20', place: 0 } })
  setKeys(at.desk, false)

  assert.is(press(at, 'x').chosen.size, 0)
  assert.is(press(at, 'e').editing, undefined)
  assert.equal(press(at, 'ArrowDown').cursor, { day: '2026-11-19', place: 0 })
})

steps('leave the letter after a g to the pages', () => {
  const at = desk()
  press(at, 'ArrowDown')
  keyBefore.is = 'g'
  assert.is(press(at, 'c').dialog, undefined)
  keyBefore.is = ''
  assert.is(press(at, 'c').dialog?.kind, 'refile')
})

steps.run()
