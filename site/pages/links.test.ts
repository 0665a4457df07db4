import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Answering, deskWith, user } from '../../tests/browser/desk.ts'
import { at, placed, shown } from '../../tests/browser/drawn.ts'
import { app } from '../app.ts'
import { settle } from '../locale.ts'
import { confirmAddress, switchOff } from '../state/links.ts'
import type { State } from '../state/state.ts'
import { unsubscribe, verify } from './links.ts'

const links = suite('where the links of mails lead')
links.before.each(() => settle('en-IE'))

const secret = 'A'.repeat(43)
const out = { session: { kind: 'out', ended: false }, secret } as const
const spent: readonly [number, unknown] = [410, { code: 'token-spent', errors: [] }]
const pressed = async (answering: Answering, press: typeof switchOff, change: Partial<State> = out) => {
  const world = deskWith(answering, change)
  await press(world.desk)
  return { ...world, at: { state: world.desk.state.get(), desk: world.desk } }
}

links('open for who is not logged in', () => {
  const page = (path: string) => shown(app(at({ ...out, ...placed(path) })))

  assert.match(page('/verify'), '|Your address|One moment.|')
  assert.match(page('/unsubscribe'), '|No more of these mails?|')
})

links('confirm an address, by the secret in the body of a call', async () => {
  const { at, asked } = await pressed(() => [204], confirmAddress)

  assert.equal(asked, [{ ...asked[0], line: 'POST verifications', body: { token: secret } }])
  assert.match(shown(verify(at)), '|Your address is confirmed.')
})

links('let somebody who is logged in know at once', async () => {
  const answering: Answering = ({ line }) => (line === 'GET me' ? [200, { ...user, emailVerified: true }] : [204])
  const { desk } = await pressed(answering, confirmAddress, { session: { kind: 'in', user }, secret })
  const { session } = desk.state.get()

  assert.ok(session.kind === 'in' && session.user.emailVerified)
})

links('say that one was used already, unless it has done its work', async () => {
  const used = await pressed(() => spent, confirmAddress)
  assert.match(shown(verify(used.at)), '|This link was used already, or is older than half an hour.|')
  assert.match(shown(verify(used.at)), '|Settings|')

  const session = { kind: 'in', user: { ...user, emailVerified: true } } as const
  const twice = await pressed(() => spent, confirmAddress, { session, secret })
  assert.match(shown(verify(twice.at)), '|Your address is confirmed already.')
})

links('switch a kind of mail off by one press, and say how to have it again', async () => {
  assert.match(shown(unsubscribe(at(out))), '|Stop these mails|')
  const { at: done, asked } = await pressed(() => [204], switchOff)

  assert.equal(
    asked.map(({ line }) => line),
    [`POST unsubscribe/${secret}`],
  )
  assert.match(shown(unsubscribe(done)), '|These mails are not sent any more.|To have them again, ')
})

links('say what failed, and can be pressed again', async () => {
  const lost = await pressed(() => [503, {}], switchOff)
  assert.match(shown(unsubscribe(lost.at)), '|Outlay cannot be reached. What you typed is still here.|Try again|')
  const old = await pressed(() => spent, switchOff)
  assert.match(shown(unsubscribe(old.at)), '|This link is too old.')
  assert.match(shown(verify(at({ ...out, secret: undefined }))), '|Open the link in our mail once more: ')
})

links.run()
