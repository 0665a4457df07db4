import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { signedEvents } from '../../../tests/support/signed-events.ts'
import { sendgridEvents } from './sendgrid-events.ts'

const events = suite('what SendGrid tells afterwards')

const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
const webhookKey = publicKey.export({ format: 'der', type: 'spki' }).toString('base64')
const reader = sendgridEvents(webhookKey)

const now = Date.UTC(2026, 10, 20, 12)
const posted = (body: unknown, how: { timestamp?: string; key?: KeyObject } = {}) =>
  signedEvents(body, { timestamp: String(seconds), key: privateKey, ...how })
const seconds = now / 1_000
const mailId = '01890000-0000-7000-8000-000000000001'
const usual = {
  email: 'asha@example.org',
  timestamp: seconds - 5,
  sg_event_id: 'e1',
  sg_message_id: 'm1',
  mail_id: mailId,
}

type Posted = ReturnType<typeof posted>

events('are read from what it has signed', () => {
  const read = reader.read(posted([{ ...usual, event: 'delivered', response: '250 OK' }]), now)

  assert.equal(read, [{ id: 'e1', mailId, event: 'delivered', at: now - 5_000, address: 'asha@example.org' }])
  const [other] = reader.read(posted([{ ...usual, event: 'delivered', email: undefined }]), now) ?? []
  assert.equal(other, { id: 'e1', mailId, event: 'delivered', at: now - 5_000 })
})

events('tell what a mail was sent for, where that can be switched off', () => {
  const kinds = ['alert', 'weekly', 'custom', 'verification', 7, undefined]
  const read = reader.read(posted(kinds.map((kind) => ({ ...usual, event: 'unsubscribe', kind }))), now)
  assert.equal(
    read?.map(({ kind }) => kind),
    ['alert', 'weekly', undefined, undefined, undefined, undefined],
  )
})

events('have the words of this house', () => {
  const words = {
    processed: 'accepted',
    delivered: 'delivered',
    bounce: 'bounced',
    dropped: 'dropped',
    unsubscribe: 'unsubscribed',
    group_unsubscribe: 'unsubscribed',
    spamreport: 'reported',
  }
  const all = Object.keys(words).map((event) => ({ ...usual, event, type: 'bounce' }))
  assert.equal(
    reader.read(posted(all), now)?.map(({ event }) => event),
    Object.values(words),
  )
  assert.equal(reader.read(posted([{ ...usual, event: 'bounce', type: 'blocked' }]), now)?.[0]?.event, 'blocked')
})

events('that say nothing here are left out, and the others are read', () => {
  const said = [
    { ...usual, event: 'open' },
    { ...usual, event: 'deferred' },
    { ...usual, event: 'toString' },
    { ...usual, event: 'delivered', mail_id: undefined },
    { ...usual, event: 'delivered', mail_id: "x' or 1=1" },
    { ...usual, event: 'delivered', timestamp: 'yesterday' },
    { ...usual, event: 'delivered', sg_event_id: undefined },
    null,
    7,
    { ...usual, event: 'delivered' },
  ]
  assert.is(reader.read(posted(said), now)?.length, 1)
  for (const strange of ['', '{}', '"x"', 'not JSON', '[[]]'])
    assert.equal(reader.read(posted(strange), now), [], strange)
})

events('are nothing when anybody else has signed them, or they were changed on the way', () => {
  const good = posted([{ ...usual, event: 'bounce' }])
  const other = generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).privateKey
  const withHeader = (name: string, value: string | undefined): Posted => ({
    ...good,
    headers: { ...good.headers, [`x-twilio-email-event-webhook-${name}`]: value } as Posted['headers'],
  })
  assert.ok(reader.read(good, now))
  for (const bad of [
    posted([{ ...usual, event: 'bounce' }], { key: other }),
    { ...good, body: Buffer.concat([good.body, Buffer.from(' ')]) },
    { ...good, body: Buffer.alloc(0) },
    withHeader('timestamp', String(seconds - 1)),
    withHeader('timestamp', undefined),
    withHeader('timestamp', '-1'),
    withHeader('timestamp', `${seconds}.5`),
    withHeader('signature', undefined),
    withHeader('signature', ''),
    withHeader('signature', '***'),
    withHeader('signature', 'A'.repeat(100_000)),
    withHeader('signature', Buffer.from('no signature').toString('base64')),
    { headers: {}, body: good.body },
  ]) {
    assert.is(reader.read(bad, now), undefined, JSON.stringify(bad).slice(0, 300))
  }
})

events('are nothing once they are old, however well they are signed', () => {
  const said = [{ ...usual, event: 'delivered' }]
  const at = (ago: number) => reader.read(posted(said, { timestamp: String(seconds - ago) }), now)

  assert.ok(at(24 * 3_600))
  assert.ok(at(-200))
  assert.is(at(26 * 3_600), undefined)
  assert.is(at(-400), undefined)
})

events('need a key that is one', () => {
  const longer = generateKeyPairSync('ec', { namedCurve: 'secp384r1' }).publicKey.export({
    format: 'der',
    type: 'spki',
  })
  for (const key of ['', 'hush', longer.toString('base64')]) {
    assert.throws(() => sendgridEvents(key), /^MAIL_EVENTS_KEY is not the public key/)
  }
})

events.run()
