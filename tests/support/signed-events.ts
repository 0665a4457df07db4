import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'

const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })

/** The setting by which a host of this process takes what `signedNow` signs. */
export const eventsSetting = { MAIL_EVENTS_KEY: publicKey.export({ format: 'der', type: 'spki' }).toString('base64') }

export const signedNow = (body: unknown, now: number) =>
  signedEvents(body, { timestamp: String(Math.floor(now / 1000)), key: privateKey })

/** Events as SendGrid posts them: signed over the time, in seconds, and the bytes. */
export function signedEvents(
  body: unknown,
  { timestamp, key }: { readonly timestamp: string; readonly key: KeyObject },
) {
  const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body))
  const signature = sign('sha256', Buffer.concat([Buffer.from(timestamp), bytes]), key).toString('base64')
  return {
    headers: {
      'x-twilio-email-event-webhook-signature': signature,
      'x-twilio-email-event-webhook-timestamp': timestamp,
    },
    body: bytes,
  }
}
