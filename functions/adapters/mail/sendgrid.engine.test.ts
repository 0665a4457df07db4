import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type HttpFront, type Mood, startHttpFront } from '../../../tests/support/http-front.ts'
import { type SendgridStub, startSendgrid } from '../../../tests/support/sendgrid-stub.ts'
import { startTcpProxy } from '../../../tests/support/tcp-proxy.ts'
import type { Mail } from '../../ports/mailer.ts'
import { sendgridMailer } from './sendgrid.ts'

const sendgrid = suite('SendGrid')
let stub: SendgridStub
let front: HttpFront

sendgrid.before.each(async () => {
  stub = await startSendgrid('SG.hush')
  front = await startHttpFront(stub.endpoint)
})
sendgrid.after.each(async () => {
  await front.close()
  await stub.close()
})

const from = { name: 'Outlay', address: 'reports@example.org' }
const mail: Mail = {
  id: '01890000-0000-7000-8000-000000000001',
  kind: 'weekly',
  to: { address: 'asha@example.org', name: 'Asha' },
  subject: 'Your week',
  html: '<p>Hello',
  text: 'Hello',
  attachments: [],
}
const mailer = (changes = {}) =>
  sendgridMailer({ key: 'SG.hush', endpoint: front.url, sandbox: false, ...changes }, from, 400)

sendgrid('takes a mail and says by what name', async () => {
  const outcome = await (await mailer()).send(mail)

  assert.is(outcome.kind, 'accepted')
  assert.match('messageId' in outcome ? outcome.messageId : '', /^m-/)
})

sendgrid('is told what kind of mail it is, whom it belongs to, and to watch nobody', async () => {
  await (await mailer()).send(mail)
  const [sent] = stub.taken

  assert.equal(sent?.categories, ['outlay', 'weekly'])
  assert.equal(sent?.custom_args, { mail_id: mail.id, kind: 'weekly' })
  assert.is(sent?.headers?.['Message-ID'], `<${mail.id}@example.org>`)
  const watching = Object.values(sent?.tracking_settings ?? {}).map(({ enable }) => enable)
  assert.equal(watching, [false, false, false])
})

sendgrid('only looks at mails in the sandbox', async () => {
  assert.equal(await (await mailer({ sandbox: true })).send(mail), { kind: 'accepted' })
  assert.is(stub.taken.length, 0)
})

sendgrid('refuses for good, and the reason names a field and no person', async () => {
  const nobody = { ...mail, to: { address: 'asha at home', name: 'Asha' } }
  assert.equal(await (await mailer()).send(nobody), {
    kind: 'refused',
    why: 'sendgrid-400 personalizations.0.to.0.email',
  })
  front.next({ status: 413, body: complaint })
  assert.equal(await (await mailer()).send(mail), { kind: 'refused', why: 'sendgrid-413' })
})

/** What may not be repeated. */
const complaint = JSON.stringify({ errors: [{ message: 'asha@example.org', field: 'asha@example.org' }] })

sendgrid(
  'that does not know us has said nothing of the mail, which is kept until somebody has mended that',
  async () => {
    const later = { kind: 'later', retryAfterS: 3_600 }
    assert.equal(await (await mailer({ key: 'SG.wrong' })).send(mail), { ...later, why: 'sendgrid-401' })
    front.next({ status: 403, body: complaint })
    assert.equal(await (await mailer()).send(mail), { ...later, why: 'sendgrid-403' })
  },
)

sendgrid('that has too much to do is left alone for as long as it says', async () => {
  const soon = String(Math.ceil(Date.now() / 1_000) + 7)
  const answers: readonly (readonly [Mood, (s: number) => boolean])[] = [
    [{ status: 429, headers: { 'retry-after': '12' } }, (s) => s === 12],
    [{ status: 429, headers: { 'x-ratelimit-reset': soon } }, (s) => s >= 1 && s <= 8],
    [{ status: 429, headers: { 'x-ratelimit-reset': '12' } }, (s) => s === 1],
    [{ status: 429, headers: { 'retry-after': '86400' } }, (s) => s === 3_600],
    [{ status: 429 }, (s) => s === 60],
  ]
  for (const [mood, isRight] of answers) {
    front.next(mood)
    const outcome = await (await mailer()).send(mail)
    assert.ok(outcome.kind === 'later' && isRight(outcome.retryAfterS), JSON.stringify([mood, outcome]))
  }
})

sendgrid('that fails or falls silent may have taken the mail', async () => {
  for (const mood of [{ status: 500 }, { status: 503 }, 'never', 'cut'] as const) {
    front.next(mood)
    const outcome = await (await mailer()).send({ ...mail, text: String(mood) })
    assert.is(outcome.kind, 'unknown')
    assert.match('why' in outcome ? outcome.why : '', /^sendgrid-(500|503|E[A-Z_]+)$/)
  }
})

sendgrid('whose answer was lost has taken it', async () => {
  const line = await startTcpProxy({ port: Number(new URL(stub.endpoint).port) })
  const lost = line.loseAnswerTo((bytes) => bytes.includes('Your week'))
  assert.is((await (await mailer({ endpoint: `http://127.0.0.1:${line.port}` })).send(mail)).kind, 'unknown')
  await lost

  assert.is(stub.taken.length, 1)
  await line.close()
})

sendgrid('that cannot be reached has not', async () => {
  const line = await startTcpProxy({ port: Number(new URL(stub.endpoint).port) })
  await line.refuse()
  const endpoints = { ECONNREFUSED: `http://127.0.0.1:${line.port}`, ENOTFOUND: 'http://nowhere.invalid' }
  for (const [code, endpoint] of Object.entries(endpoints)) {
    const later = { kind: 'later', retryAfterS: 60, why: `sendgrid-${code}` }
    assert.equal(await (await mailer({ endpoint })).send(mail), later)
  }
})

sendgrid('says nothing on the way, least of all its key', async () => {
  const written: string[] = []
  const { log, warn, error } = console
  const note = (...words: unknown[]) => void written.push(words.map(String).join(' '))
  Object.assign(console, { log: note, warn: note, error: note })
  try {
    front.next({ status: 500 }, { status: 401 }, 'never', 'pass')
    for (let n = 0; n < 4; n++) await (await mailer()).send({ ...mail, subject: 'Hello {{name}}' })
  } finally {
    Object.assign(console, { log, warn, error })
  }
  assert.equal(written, [])
})

sendgrid.run()
