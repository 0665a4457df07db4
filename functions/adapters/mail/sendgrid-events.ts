import { createPublicKey, type KeyObject, verify } from 'node:crypto'
import { isUuid } from '../../domain/ids.ts'
import { Sentence } from '../../domain/sentence.ts'
import type { Instant } from '../../ports/clock.ts'
import type { MailEvent, MailEventKind, MailEvents } from '../../ports/mail-events.ts'
import { mailKinds } from '../../ports/mail-preferences.ts'

/** Reads SendGrid's signed event webhook. Throws a `Sentence` for a key that is none. */
export function sendgridEvents(webhookKey: string): MailEvents {
  const key = webhookKeyIn(webhookKey)
  return {
    read({ headers, body }, now) {
      const { [signatureHeader]: signature = '', [timestampHeader]: timestamp = '' } = headers
      if (!isLately(timestamp, now) || !isSigned(key, signature, timestamp, body)) return undefined
      return eventsIn(body)
    },
  }
}

/** The public key as SendGrid shows it: SPKI in base64, on the curve P-256. */
function webhookKeyIn(text: string): KeyObject {
  try {
    const key = createPublicKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'spki' })
    if (key.asymmetricKeyDetails?.namedCurve === 'prime256v1') return key
  } catch {
    // said below
  }
  throw new Sentence('MAIL_EVENTS_KEY is not the public key that SendGrid shows.')
}

const signatureHeader = 'x-twilio-email-event-webhook-signature'
const timestampHeader = 'x-twilio-email-event-webhook-timestamp'

/** Seconds. What was not taken comes again for a day, and whether it is signed anew then is not said. */
const longestAge = 25 * 3_600
const clocksApart = 300

function isLately(timestamp: string, now: Instant): boolean {
  if (!/^\d{1,12}$/.test(timestamp)) return false
  const age = now / 1_000 - Number(timestamp)
  return age <= longestAge && age >= -clocksApart
}

function isSigned(key: KeyObject, signature: string, timestamp: string, body: Uint8Array): boolean {
  try {
    return verify('sha256', Buffer.concat([Buffer.from(timestamp), body]), key, Buffer.from(signature, 'base64'))
  } catch {
    return false
  }
}

function eventsIn(body: Uint8Array): readonly MailEvent[] {
  const events: unknown = parsed(body)
  return Array.isArray(events) ? events.flatMap((event) => eventOf(event) ?? []) : []
}

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body))
  } catch {
    return undefined
  }
}

function eventOf(given: unknown): MailEvent | undefined {
  if (typeof given !== 'object' || given === null) return undefined
  const field = (name: string): unknown => Reflect.get(given, name)
  const [id, mailId, timestamp, address] = [field('sg_event_id'), field('mail_id'), field('timestamp'), field('email')]
  const event = kindOf(field('event'), field('type'))
  if (typeof id !== 'string' || typeof mailId !== 'string' || !isUuid(mailId)) return undefined
  if (typeof timestamp !== 'number' || !event) return undefined
  const told = { id: id.slice(0, 200), mailId, event, at: Math.round(timestamp * 1_000) }
  const kind = mailKinds.find((known) => known === field('kind'))
  return { ...told, ...(typeof address === 'string' && { address }), ...(kind && { kind }) }
}

/** A bounce of the type `blocked` is no word on the mailbox. */
function kindOf(event: unknown, type: unknown): MailEventKind | undefined {
  if (event === 'bounce' && type === 'blocked') return 'blocked'
  return typeof event === 'string' && Object.hasOwn(kinds, event) ? kinds[event as keyof typeof kinds] : undefined
}

const kinds = {
  processed: 'accepted',
  delivered: 'delivered',
  bounce: 'bounced',
  dropped: 'dropped',
  unsubscribe: 'unsubscribed',
  group_unsubscribe: 'unsubscribed',
  spamreport: 'reported',
} as const satisfies { readonly [event: string]: MailEventKind }
