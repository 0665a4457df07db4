import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { deskWith, user } from '../tests/browser/desk.ts'
import { keyed } from './keys.ts'
import { setKeys } from './keys-on.ts'
import type { State } from './state/state.ts'

const keys = suite('single keys')

class Field {
  matches = () => true
}
const global = globalThis as { Element?: unknown; requestAnimationFrame?: unknown; document?: unknown }
keys.before(() => {
  Object.assign(global, {
    Element: Field,
    requestAnimationFrame: () => 0,
    document: { getElementById: () => null },
  })
})
keys.after(() => {
  delete global.Element
  delete global.requestAnimationFrame
  delete global.document
})

const desk = (change: Partial<State> = {}) =>
  deskWith(() => [200, { items: [] }], { session: { kind: 'in', user }, ...change })
function press(at: ReturnType<typeof desk>, key: string, more = {}): boolean {
  let isTaken = false
  const event = { key, target: null, preventDefault: () => (isTaken = true), ...more }
  keyed(at.desk, event as unknown as KeyboardEvent)
  return isTaken
}

keys('add an entry, show themselves, and lead to every place', () => {
  const at = desk()

  assert.ok(press(at, 'n'))
  assert.is(at.desk.state.get().dialog?.kind, 'say')
  at.desk.state.set({ dialog: undefined })
  press(at, '?')
  assert.is(at.desk.state.get().dialog?.kind, 'keys')
  at.desk.state.set({ dialog: undefined })
  press(at, 'g')
  press(at, 'a')
  press(at, '/')
  assert.equal(at.gone, ['./accounts', './entries'])
})

keys('leave alone what is typed, what is held with another key, and what is done in a dialog', () => {
  const at = desk()

  assert.not.ok(press(at, 'n', { target: new Field() }))
  assert.not.ok(press(at, 'n', { ctrlKey: true }))
  assert.not.ok(press(at, 'n', { defaultPrevented: true }))
  at.desk.state.set({ dialog: { kind: 'period' } })
  assert.not.ok(press(at, 'n'))
})

keys('do nothing for who has switched them off or is not logged in', () => {
  const at = desk()
  setKeys(at.desk, false)
  assert.not.ok(press(at, 'n'))

  setKeys(at.desk, true)
  assert.ok(press(at, 'n'))
  assert.not.ok(press(desk({ session: { kind: 'out', ended: false } }), 'n'))
})

keys.run()
