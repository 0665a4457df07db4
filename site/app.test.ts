import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { at, filled, htmlOf, placed, shown } from '../tests/browser/drawn.ts'
import { app } from './app.ts'
import './pages/door.ts'
import './pages/landing.ts'
import { offer } from './parts.ts'

const doors = suite('the door')

doors('shows the promise to a stranger, and the log-in to whose session has ended', () => {
  const out = (ended: boolean, path = '/') => shown(app(at({ ...placed(path), session: { kind: 'out', ended } })))

  assert.match(out(false), '|Every outlay,|accounted for.|')
  assert.match(out(true), '|Your session has ended. Log in to go on.|')
  assert.match(out(false, '/budgets'), '|Log in|Email|Password|')
})

doors('stands around every page, and says where one is', () => {
  offer({ '/': () => [] })
  const html = htmlOf(app(at({ ...filled, isOnline: false })))

  assert.match(html, /<a href="\.\/" aria-current="page">/)
  assert.match(html, /<main tabindex="-1">/)
  assert.match(html, 'role="status"')
  assert.match(shown(app(at({ ...filled, isOnline: false }))), '|Offline. ')
})

doors('stands open while it is found out who has come back', () => {
  const text = shown(app(at({ session: { kind: 'starting' } })))

  assert.match(text, '|Overview|')
  assert.not.match(text, '|Log in|')
})

doors('opens again for somebody whom the network kept out', () => {
  const text = shown(app(at({ session: { kind: 'unreachable' } })))

  assert.match(text, '|Outlay cannot be reached. What you typed is still here.|Try again|')
})

doors('leads back from where there is no page', () => {
  assert.match(shown(app(at({ ...filled, ...placed('/nowhere') }))), '|There is no such page|Overview|')
})

doors('leaves the page behind a dialog as it is while something is typed', () => {
  let drawings = 0
  offer({ '/': () => [`drawn ${++drawings}`], '#keys': () => [] })
  const { state, desk } = at({ ...filled, dialog: { kind: 'keys' } })
  const first = htmlOf(app({ state, desk }))
  const typed = htmlOf(app({ state: { ...state, forms: { ...state.forms } }, desk }))
  const changed = htmlOf(app({ state: { ...state, isOnline: false }, desk }))

  assert.match(first, 'drawn 1')
  assert.match(typed, 'drawn 1')
  assert.match(changed, 'drawn 2')
})

doors.run()
