import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { buildDrivers, zipOf } from '../../scripts/build/actions.ts'
import { startContainer } from '../support/runtime.ts'
import { startS3rver } from '../support/s3.ts'
import { startSendgrid } from '../support/sendgrid-stub.ts'
import { startSmtp } from '../support/smtp-catcher.ts'

const reaching = suite('the drivers in a zip')

reaching('reach an object store, SendGrid and a server that speaks SMTP', async () => {
  const { zip } = await zipOf('reaching', 'tests/zips/reaching.ts', { drivers: await buildDrivers() })
  const [store, sendgrid, smtp] = await Promise.all([startS3rver(), startSendgrid('SG.key'), startSmtp()])
  const { endpoint, bucket, key, secret } = store.settings
  const usual = {
    OUTLAY_OBJECTS: JSON.stringify({ endpoint, bucket, key, secret, style: 'path' }),
    MAIL_FROM: 'reports@example.org',
  }
  const ways = [sendgrid.endpoint.replace('http://', 'sendgrid://SG.key@'), `smtp://127.0.0.1:${smtp.port}?tls=off`]

  for (const OUTLAY_MAIL of ways) {
    const container = await startContainer()
    const code = Buffer.from(zip).toString('base64')
    await container.init({ name: 'reaching', main: 'main', binary: true, code, env: {} })
    const { result } = await container.run({ env: { ...usual, OUTLAY_MAIL } })
    container.stop()

    const { found, address, outcome } = result as { found: string; address: string; outcome: { kind: string } }
    assert.is(found, 'the report', JSON.stringify(result))
    assert.ok(address.startsWith(`${endpoint}/outlay/a/b/report.pdf?`))
    assert.is(outcome.kind, 'accepted')
  }
  assert.is(sendgrid.taken[0]?.subject, 'März')
  assert.is(smtp.caught[0]?.mail.to?.[0]?.name, 'Asha Žižek')
  await Promise.all([store.stop(), sendgrid.close(), smtp.close()])
})

reaching.run()
