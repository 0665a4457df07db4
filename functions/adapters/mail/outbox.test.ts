import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Mail } from '../../ports/mailer.ts'
import { keptMail, keptMails, outboxMailer } from './outbox.ts'

const outbox = suite('the outbox')

const folder = mkdtempSync(join(tmpdir(), 'outlay-outbox-'))
outbox.after(() => rmSync(folder, { recursive: true }))

const mail: Mail = {
  id: '01890000-0000-7000-8000-000000000001',
  kind: 'weekly',
  to: { address: 'asha@example.org', name: 'Asha' },
  subject: 'Your week',
  html: '<p>Hello',
  text: 'Hello',
  attachments: [{ name: 'week.pdf', type: 'application/pdf', body: Buffer.from([0, 255, 128]), inline: false }],
}

outbox('keeps mails as they were given, the latest first, and one that is sent twice once', async () => {
  const time = { now: 1000 }
  const mailer = outboxMailer(join(folder, 'mails'), { now: () => time.now })
  const second = { ...mail, id: '01890000-0000-7000-8000-000000000002', attachments: [] }

  assert.equal(await keptMails(join(folder, 'mails')), [])
  assert.equal(await mailer.send(mail), { kind: 'accepted', messageId: mail.id })
  time.now += 1
  await mailer.send(second)
  await mailer.send(mail)

  const [first, ...others] = await keptMails(join(folder, 'mails'))
  assert.is(others.length, 1)
  assert.is(first?.keptMs, 1001)
  const kept = await keptMail(join(folder, 'mails'), mail.id)
  assert.equal(kept, {
    ...mail,
    keptMs: 1001,
    attachments: [{ ...mail.attachments[0], body: new Uint8Array([0, 255, 128]) }],
  })
})

outbox('opens nothing but mails', async () => {
  assert.is(await keptMail(folder, '../mails/01890000-0000-7000-8000-000000000001'), undefined)
  assert.is(await keptMail(folder, '01890000-0000-7000-8000-00000000000f'), undefined)
})

outbox.run()
