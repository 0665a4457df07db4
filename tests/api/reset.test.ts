import { randomUUID } from 'node:crypto'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { elsewhere, logInAgain, type Person, register } from '../support/people.ts'
import { mailsTo, resetSecret, secretIn } from '../support/reports.ts'
import { signedNow } from '../support/signed-events.ts'
import { isProblem, unchanged } from './assess.ts'
import { openStage } from './stage.ts'

const stage = await openStage()
const call = stage.call
const fresh = 'staple a longer battery'

const ask = (email: string, headers = {}) => call('POST', '/v1/password-resets', { body: { email }, headers })
const set = (token: string, password = fresh, headers = {}) =>
  call('PUT', '/v1/password', { body: { token, password }, headers })
const logIn = ({ email }: Person, password: string) =>
  call('POST', '/v1/sessions', { body: { email, password }, headers: elsewhere() })
const resetMails = async (person: Person) => (await mailsTo(person)).filter((mail) => mail.includes('/reset#'))

const resetting = suite('a forgotten password')
resetting.after(() => stage.close())

resetting('is set anew by the link of a mail, which ends every session', async () => {
  const [asha, ben] = [await register(call), await register(call, { name: 'Ben' })]
  const phone = await logInAgain(asha)
  assert.is((await asha.ask('GET', '/v1/me')).status, 200)
  const answer = await set(await resetSecret(asha))

  assert.equal([answer.status, answer.body], [204, undefined])
  for (const token of [asha.token, phone.token]) {
    isProblem(await call('GET', '/v1/me', { token }), 401)
    isProblem(await call('GET', '/v1/ledgers/default/accounts', { token }), 401)
  }
  for (const { cookie } of [asha, phone]) {
    isProblem(await call('POST', '/v1/sessions/refresh', { headers: { cookie } }), 401)
  }
  isProblem(await logIn(asha, asha.password), 401)
  assert.is((await logIn(asha, fresh)).status, 200)
  assert.is((await ben.ask('GET', '/v1/me')).status, 200)
})

resetting('is set once by a link, and by nothing that is none', async () => {
  const asha = await register(call)
  isProblem(await unchanged(stage, () => set('A'.repeat(43))), 410)
  const token = await resetSecret(asha)
  assert.is((await set(token)).status, 204)

  isProblem(await unchanged(stage, () => set(token, 'yet another battery')), 410)
  assert.is((await logIn(asha, fresh)).status, 200)
})

resetting('is set for half an hour, and by the newest link alone', async () => {
  const asha = await register(call)
  const [old, newer] = [await resetSecret(asha), await resetSecret(asha)]
  assert.is.not(old, newer)
  isProblem(await unchanged(stage, () => set(old)), 410)

  stage.clock.advance(30 * 60_000)
  isProblem(await unchanged(stage, () => set(newer)), 410)
  assert.is((await logIn(asha, asha.password)).status, 200)
  assert.is((await set(await resetSecret(asha))).status, 204)
})

resetting('is as hard to guess as a first one, and one that is not spends no link', async () => {
  const asha = await register(call)
  const token = await resetSecret(asha)
  for (const weak of ['1234567', 'password1', asha.email]) {
    const problem = isProblem(await unchanged(stage, () => set(token, weak)), 422)
    assert.equal([problem.code, problem.errors?.[0]?.pointer], ['weak-password', '/password'])
  }
  assert.is((await set(token)).status, 204)
})

resetting('shows that its owner reads the address, and opens the door that was shut by guesses', async () => {
  const asha = await register(call)
  const token = await resetSecret(asha)
  const headers = elsewhere()
  const guess = () => call('POST', '/v1/sessions', { body: { email: asha.email, password: 'wrong horse' }, headers })
  for (let n = 0; n < 10; n++) isProblem(await guess(), 401)
  isProblem(await guess(), 429)
  assert.is((await set(token, fresh, headers)).status, 204)

  const answer = await call('POST', '/v1/sessions', { body: { email: asha.email, password: fresh }, headers })
  assert.is(answer.status, 200)
  assert.is((answer.body as { user: { emailVerified: boolean } }).user.emailVerified, true)
})

resetting('is answered alike, whoever has the address', async () => {
  const [asha, gone, stopped] = [await register(call), await register(call), await register(call)]
  await gone.ask('DELETE', '/v1/me', { password: gone.password })
  const now = stage.clock.now()
  const mail = { email: stopped.email, mail_id: randomUUID(), sg_event_id: randomUUID() }
  const bounced = { event: 'bounce', type: 'bounce', ...mail, timestamp: now / 1000 }
  assert.is((await call('POST', '/v1/mail/events', signedNow([bounced], now))).status, 204)
  const since = performance.now()
  const answers = await Promise.all(
    [asha.email, asha.email.toUpperCase(), gone.email, stopped.email, 'nobody@example.org'].map(async (email) => {
      const { status, body, headers } = await ask(email)
      const { date: _, 'x-request-id': __, ...rest } = headers
      return { status, body, headers: rest, isSoon: performance.now() - since < 1400 }
    }),
  )

  for (const answer of answers) assert.equal(answer, answers[0])
  assert.equal([answers[0]?.status, answers[0]?.body, answers[0]?.isSoon], [202, undefined, false])
  assert.is((await resetMails(asha)).length, 2)
  assert.equal([(await resetMails(gone)).length, (await resetMails(stopped)).length], [0, 0])
})

resetting('has a link that is good for nothing else, as no other link is good for it', async () => {
  const asha = await register(call)
  const [verifying, token] = [await secretIn(asha, 'verify'), await resetSecret(asha)]
  isProblem(await unchanged(stage, () => call('POST', '/v1/verifications', { body: { token } })), 410)
  isProblem(await unchanged(stage, () => call('POST', `/v1/unsubscribe/${token}`)), 410)
  isProblem(await unchanged(stage, () => set(verifying)), 410)

  assert.is((await set(token)).status, 204)
  assert.is((await call('POST', '/v1/verifications', { body: { token: verifying } })).status, 204)
})

resetting('has no link any more once the password is changed by hand, or its owner has left', async () => {
  const asha = await register(call)
  const token = await resetSecret(asha)
  const wish = { currentPassword: asha.password, newPassword: fresh }
  assert.is((await asha.ask('PUT', '/v1/me/password', wish)).status, 200)
  isProblem(await unchanged(stage, () => set(token, 'yet another battery')), 410)

  const ben = await register(call)
  const his = await resetSecret(ben)
  assert.is((await ben.ask('DELETE', '/v1/me', { password: ben.password })).status, 204)
  isProblem(await unchanged(stage, () => set(his)), 410)
})

resetting(
  'is asked for a few times in an hour, whether or not there is somebody, and links are not guessed at',
  async () => {
    const asha = await register(call)
    const headers = elsewhere()
    for (const email of [asha.email, 'no-one@example.org']) {
      const answers = await Promise.all(Array.from({ length: 5 }, () => ask(email, headers)))
      assert.equal(
        answers.map(({ status }) => status),
        [202, 202, 202, 202, 202],
      )
      const problem = isProblem(await unchanged(stage, () => ask(email, headers)), 429)
      assert.is(problem.code, 'too-many-attempts')
    }
    assert.is((await resetMails(asha)).length, 5)

    const token = await resetSecret(asha)
    for (let n = 0; n < 100; n++) isProblem(await set('B'.repeat(43), fresh, headers), 410)
    isProblem(await set(token, fresh, headers), 429)
    assert.is((await set(token, fresh, elsewhere())).status, 204)
  },
)

resetting.run()
