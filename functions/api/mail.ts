import * as v from 'valibot'
import { feature, route } from './route.ts'
import { EmailText, PasswordText } from './users.ts'

/** A secret as it stands in the link of a mail. */
export const MailToken = v.pipe(v.string(), v.regex(/^[\w-]{43}$/))

const kinds = { weekly: v.boolean(), monthly: v.boolean(), alert: v.boolean() }

export const MailView = v.strictObject({
  address: v.string(),
  /** Only an address that somebody has shown to read is written to. */
  verified: v.boolean(),
  /** Set when mails to this address came back or were complained about: nothing is sent until it is verified anew. */
  stopped: v.optional(v.picklist(['bounced', 'reported', 'dropped'])),
  /** Which kinds of mail are sent. */
  kinds: v.strictObject(kinds),
})
export type MailView = v.InferOutput<typeof MailView>

export const mail = feature({
  getMail: route({
    method: 'GET',
    path: '/v1/me/mail',
    who: 'session',
    summary: 'What Outlay may send to this person by mail',
    answers: { 200: MailView },
    refusals: [],
  }),
  changeMail: route({
    method: 'PATCH',
    path: '/v1/me/mail',
    who: 'session',
    summary: 'Switch kinds of mail on or off',
    body: v.strictObject(v.entriesFromList(['weekly', 'monthly', 'alert'], v.optional(v.boolean()))),
    answers: { 200: MailView },
    refusals: [],
    example: { weekly: false },
  }),
  askVerification: route({
    method: 'POST',
    path: '/v1/me/verification',
    who: 'session',
    summary: 'Send a mail with a link that shows that this person reads the address; the link is good for half an hour',
    answers: { 202: 'empty' },
    refusals: ['too-many-attempts', 'mail-refused'],
  }),
  verify: route({
    method: 'POST',
    path: '/v1/verifications',
    who: 'anyone',
    summary: 'Show that somebody reads the address, by the token of the link; works once',
    body: v.strictObject({ token: MailToken }),
    answers: { 204: 'empty' },
    refusals: ['token-spent', 'too-many-attempts'],
    example: { token: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' },
  }),
  askReset: route({
    method: 'POST',
    path: '/v1/password-resets',
    who: 'anyone',
    summary:
      'Send a mail with a link to a new password, good for half an hour, if there is somebody with this address; the answer is the same if there is not',
    body: v.strictObject({ email: EmailText }),
    answers: { 202: 'empty' },
    refusals: ['too-many-attempts'],
    example: { email: 'asha@example.org' },
  }),
  resetPassword: route({
    method: 'PUT',
    path: '/v1/password',
    who: 'anyone',
    summary: 'Set a new password, by the token of the link; works once, and every session ends',
    body: v.strictObject({ token: MailToken, password: PasswordText }),
    answers: { 204: 'empty' },
    refusals: ['token-spent', 'weak-password', 'too-many-attempts'],
    example: { token: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', password: 'staple a longer battery' },
  }),
  takeEvents: route({
    method: 'POST',
    path: '/v1/mail/events',
    who: 'anyone',
    summary: 'What became of mails, signed by the service that delivers them (SendGrid’s event webhook)',
    headers: ['x-twilio-email-event-webhook-signature', 'x-twilio-email-event-webhook-timestamp'],
    raw: true,
    // a batch has up to 768 KB there
    bodyLimit: 768 * 1024,
    answers: { 204: 'empty' },
    refusals: ['not-signed', 'too-large'],
  }),
  unsubscribe: route({
    method: 'POST',
    path: '/v1/unsubscribe/{token}',
    who: 'anyone',
    summary:
      'Switch off the kind of mail that a link came with, logged in or not (RFC 8058); twice is the same as once',
    params: { token: MailToken },
    answers: { 204: 'empty' },
    refusals: ['token-spent', 'too-many-attempts'],
  }),
  openUnsubscribe: route({
    method: 'GET',
    path: '/v1/unsubscribe/{token}',
    who: 'anyone',
    summary:
      'Lead to the page on which that kind of mail is switched off: for mail programs that open the address of RFC 2369 instead of posting to it; nothing is switched off by looking',
    params: { token: MailToken },
    answers: { 303: 'empty' },
    refusals: [],
  }),
})
