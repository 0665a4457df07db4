import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { mailer, objects } from '../../functions/compose.ts'
import type { ObjectKey } from '../../functions/ports/objects.ts'
import { startHere } from '../support/host.ts'
import { startS3rver } from '../support/s3.ts'
import { startSmtp } from '../support/smtp-catcher.ts'

const outside = suite('what is outside the host')

const folder = mkdtempSync(join(tmpdir(), 'outlay-outside-'))
outside.after(() => rmSync(folder, { recursive: true }))

const key = 'a/b/report.pdf' as ObjectKey
const mail = {
  id: '01890000-0000-7000-8000-000000000001',
  kind: 'weekly',
  to: { address: 'asha@example.org', name: 'Asha' },
  subject: 'Your week',
  html: '<p>Hello',
  text: 'Hello',
  attachments: [],
} as const

/** What an action of this host does: keeps a file, opens its address, sends a mail. */
async function used({ env }: { readonly env: object }): Promise<string> {
  const store = await objects(env)
  await store.put(key, Buffer.from('the report'), 'application/pdf')
  const address = await store.signedUrl(key, { filename: 'a.pdf', type: 'application/pdf' }, 300)
  await (await mailer(env)).send(mail)
  return (await fetch(address)).text()
}

outside('may be folders that the settings name', async () => {
  const settings = { OUTLAY_OBJECTS: `folder:${join(folder, 'files')}`, OUTLAY_MAIL: `outbox:${join(folder, 'mails')}` }
  const host = await startHere({ env: settings })

  assert.is(await used(host), 'the report')
  assert.equal(readdirSync(join(folder, 'files/a/b')), ['report.pdf'])
  assert.match(await (await fetch(host.outboxUrl ?? '')).text(), /Your week/)
  await host.close()
})

outside('may be a store and a server for mail', async () => {
  const [store, smtp] = [await startS3rver(), await startSmtp()]
  const { endpoint, bucket, key: id, secret } = store.settings
  const host = await startHere({
    env: {
      OUTLAY_OBJECTS: JSON.stringify({ endpoint, bucket, key: id, secret, style: 'path' }),
      OUTLAY_MAIL: `smtp://127.0.0.1:${smtp.port}?tls=off`,
      MAIL_FROM: 'Outlay <reports@example.org>',
    },
  })

  assert.is(await used(host), 'the report')
  assert.is(smtp.caught[0]?.mail.subject, 'Your week')
  assert.is(host.outboxUrl, undefined)
  assert.is((await fetch(`${host.url}/files/a/b/report.pdf`)).status, 404)
  await host.close()
  await Promise.all([store.stop(), smtp.close()])
})

outside('that is named wrongly is a sentence before anybody is served', async () => {
  for (const env of [
    { OUTLAY_OBJECTS: 'cos://key:hush@s3.example.org' },
    { OUTLAY_MAIL: 'smtp://asha:hush@mail.example.org?tls=off', MAIL_FROM: 'a@example.org' },
    { OUTLAY_MAIL: 'sendgrid:SG.hush' },
    { OUTLAY_MAIL: 'sendgrid:SG.hush', MAIL_FROM: 'hush' },
  ]) {
    const trouble = String(await startHere({ env }).catch((error: unknown) => error))
    assert.match(trouble, /^Sentence: /)
    assert.not.match(trouble, 'hush')
  }
})

outside.run()
