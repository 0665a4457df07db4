import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { register } from '../support/people.ts'
import { reportMade } from '../support/reports.ts'
import { type Reply, startSmtp } from '../support/smtp-catcher.ts'
import { isProblem } from './assess.ts'
import { openStage } from './stage.ts'

const mailing = suite('a mail server that says no')

const says: { RCPT?: Reply } = {}
const server = await startSmtp({ says })
const stage = await openStage({
  env: { OUTLAY_MAIL: `smtp://127.0.0.1:${server.port}?tls=off`, MAIL_FROM: 'Outlay <outlay@example.org>' },
})
mailing.after(async () => {
  await stage.close()
  await server.close()
})

mailing('takes nobody’s registration away', async () => {
  says.RCPT = { code: 550, text: 'No such mailbox' }
  const asha = await register(stage.call)
  assert.is((await asha.ask('GET', '/v1/me')).status, 200)
  assert.equal(server.caught, [])
})

mailing('is told to who asks for a mail, and who may ask again', async () => {
  delete says.RCPT
  const asha = await register(stage.call)
  assert.equal(server.caught.at(-1)?.recipients, [asha.email])
  const ask = () => asha.ask('POST', '/v1/me/verification')

  says.RCPT = { code: 550, text: 'No such mailbox' }
  isProblem(await ask(), 422)
  says.RCPT = { code: 451, text: 'Try again later' }
  const later = isProblem(await ask(), 503)
  assert.is(later.code, 'unavailable')
  delete says.RCPT
  assert.is((await ask()).status, 202)
  assert.equal(server.caught.at(-1)?.recipients, [asha.email])
})

mailing('tells nobody who asks for a new password whether somebody has the address', async () => {
  delete says.RCPT
  const asha = await register(stage.call)
  const ask = (email: string) => stage.call('POST', '/v1/password-resets', { body: { email } })
  const before = server.caught.length
  for (const refusal of [
    { code: 550, text: 'No such mailbox' },
    { code: 451, text: 'Try again later' },
  ]) {
    says.RCPT = refusal
    const answers = await Promise.all([ask(asha.email), ask('nobody@example.org')])
    assert.equal(
      answers.map(({ status, body }) => [status, body]),
      [
        [202, undefined],
        [202, undefined],
      ],
    )
  }
  assert.is(server.caught.length, before)
  delete says.RCPT
  assert.is((await ask(asha.email)).status, 202)
  assert.equal(server.caught.at(-1)?.recipients, [asha.email])
})

mailing('makes no report fail that is only kept', async () => {
  says.RCPT = { code: 550, text: 'No such mailbox' }
  const asha = await register(stage.call)
  assert.is((await reportMade(asha)).state, 'stored')
})

mailing.run()
