import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { deskWith, user } from '../../tests/browser/desk.ts'
import { logIn } from './outside.ts'
import { signOut, start } from './session.ts'

const admission = { user, accessToken: 'token', expiresAt: 0 }

const being = suite('being logged in')

being('is not asked about where nobody was', async () => {
  const { desk, asked } = deskWith(() => [200, admission])
  await start(desk)

  assert.equal(desk.state.get().session, { kind: 'out', ended: false })
  assert.equal(asked, [])
})

being('survives a page that is loaded anew, by the cookie', async () => {
  const { desk, asked } = deskWith(() => [200, admission])
  desk.hint.write('1')
  await start(desk)

  assert.equal(desk.state.get().session, { kind: 'in', user })
  assert.is(asked[0]?.line, 'POST sessions/refresh')
})

being('is not given up because the server cannot be reached', async () => {
  const { desk } = deskWith(() => [503])
  desk.hint.write('1')
  await start(desk)

  assert.equal(desk.state.get().session, { kind: 'unreachable' })
  assert.is(desk.hint.read(), '1')
})

being('leaves a hint in the browser, and nothing else', async () => {
  const { desk } = deskWith(() => [200, admission])
  assert.is(await logIn(desk, { email: 'asha@example.org', password: ' a b ' }), undefined)

  assert.is(desk.hint.read(), user.locale)
})

being('sends a password as it was typed', async () => {
  const { desk, asked } = deskWith(() => [200, admission])
  await logIn(desk, { email: 'asha@example.org', password: ' a b ' })

  assert.equal(asked[0]?.body, { email: 'asha@example.org', password: ' a b ' })
})

being('ends with everything of the person gone from the page', async () => {
  const { desk } = deskWith(() => [200, admission], { latest: { kind: 'ready', value: { items: [] } } })
  desk.hint.write('1')
  signOut(desk, true)

  assert.equal(desk.state.get().latest, { kind: 'waiting' })
  assert.equal(desk.state.get().session, { kind: 'out', ended: true })
  assert.is(desk.hint.read(), undefined)
})

being.run()
