import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Answering, deskWith, user } from '../../tests/browser/desk.ts'
import { at, htmlOf, placed, shown } from '../../tests/browser/drawn.ts'
import { app } from '../app.ts'
import { settle } from '../locale.ts'
import { askAnew, askReset, setPassword } from '../state/reset.ts'
import { noForm, type State } from '../state/state.ts'
import { door } from './door.ts'
import './links.ts'
import { reset } from './reset.ts'

const resetting = suite('where a forgotten password is set anew')
resetting.before.each(() => settle('en-IE'))

const secret = 'A'.repeat(43)
const email = 'asha@example.org'
const password = 'a longer battery'
const out = { session: { kind: 'out', ended: false } } as const
const spent: readonly [number, unknown] = [410, { code: 'token-spent', errors: [] }]

const after = async (
  answering: Answering,
  act: (desk: ReturnType<typeof deskWith>['desk']) => unknown,
  change: Partial<State> = out,
) => {
  const world = deskWith(answering, change)
  const said = await act(world.desk)
  return { ...world, said, page: shown(reset({ state: world.desk.state.get(), desk: world.desk })) }
}

resetting('is found from the log-in, by who is not logged in', () => {
  assert.match(htmlOf(door(at({ ...out, ...placed('/login') }))), 'href="./reset">Forgot your password?</a>')
  const page = shown(app(at({ ...out, ...placed('/reset') })))

  assert.match(page, '|Forgot your password?|')
  assert.match(page, '|Email|Send me a link|')
})

resetting('knows the email that was typed where one could not log in', () => {
  const forms = { login: { ...noForm, name: 'login', values: { email } } }
  assert.match(htmlOf(reset(at({ ...out, forms }))), `value="${email}"`)
})

resetting('says what becomes of it, and not whether there is somebody', async () => {
  const { asked, page } = await after(
    () => [202],
    (desk) => askReset(desk, { email }),
  )

  assert.equal(
    asked.map(({ line, body }) => [line, body]),
    [['POST password-resets', { email }]],
  )
  assert.match(page, '|Look into your mail|')
  assert.match(page, `If somebody has an account with ${email}, a mail is on its way there.`)
  assert.match(page, 'for half an hour')
})

resetting('says that it was asked for too often', async () => {
  const answer: readonly [number, unknown] = [429, { code: 'too-many-attempts', errors: [] }]
  const { said, page } = await after(
    () => answer,
    (desk) => askReset(desk, { email }),
  )

  assert.is((said as { code?: string }).code, 'too-many-attempts')
  assert.match(page, '|Send me a link|')
})

resetting('asks for a password where the link of the mail leads, and sends the secret in a body', async () => {
  assert.match(shown(reset(at({ ...out, secret }))), '|A new password|')
  const { asked, page } = await after(
    () => [204],
    (desk) => setPassword(desk, { password }),
    { ...out, secret },
  )

  assert.equal(
    asked.map(({ line, body }) => [line, body]),
    [['PUT password', { token: secret, password }]],
  )
  assert.match(page, '|Your password is set|')
  assert.match(page, '|Log in|')
})

resetting('keeps the form, and the link, where the password is refused', async () => {
  const errors = [{ pointer: '/password', code: 'weak-password', message: '' }]
  const weak: Answering = () => [422, { code: 'weak-password', errors }]
  const { said, page } = await after(weak, (desk) => setPassword(desk, { password: 'x' }), { ...out, secret })

  assert.equal((said as { errors?: unknown }).errors, errors)
  assert.match(page, '|Set this password|')
})

resetting('says that a link is spent, and leads back to where one asks for another', async () => {
  const { desk, said, page } = await after(
    () => spent,
    (desk) => setPassword(desk, { password }),
    { ...out, secret },
  )

  assert.is(said, undefined)
  assert.match(page, '|This link was used already, is older than half an hour, or a newer one was sent.|')
  assert.match(page, '|Ask for a new link|')
  askAnew(desk)
  assert.match(shown(reset({ state: desk.state.get(), desk })), '|Send me a link|')
})

resetting('keeps nothing of what was typed once it is done', async () => {
  const typed = { 'new-password': { ...noForm, name: 'new-password', values: { password } } }
  const { desk } = await after(
    () => [204],
    (desk) => setPassword(desk, { password }),
    { ...out, secret, forms: typed },
  )

  assert.not(JSON.stringify(desk.state.get().forms).includes(password))
})

resetting('lets the server say whether who is logged in here still is', async () => {
  const inside = { session: { kind: 'in', user }, secret } as const
  const answering: Answering = ({ line }) => (line === 'GET me' ? [200, user] : [204])
  const { asked, page } = await after(answering, (desk) => setPassword(desk, { password }), inside)

  assert.equal(
    asked.map(({ line }) => line),
    ['PUT password', 'GET me'],
  )
  assert.match(page, '|Go to Outlay|')
})

resetting.run()
