import * as v from 'valibot'
import { feature, route } from './route.ts'
import { CurrencyText, Id, Instant, Name, Version } from './shapes.ts'
import { atMost } from './text.ts'

export const EmailText = v.pipe(v.string(), v.minLength(3), atMost(254), v.regex(/^[^\s@]+@[^\s@]+$/))
/** Length is counted in characters; anything but NUL may be in it. */
export const PasswordText = v.pipe(v.string(), v.minLength(1), atMost(200))
export const ZoneText = v.pipe(v.string(), v.minLength(2), atMost(64))
export const LocaleText = v.pipe(v.string(), v.minLength(2), atMost(35))

export const UserView = v.strictObject({
  id: Id,
  version: Version,
  email: v.string(),
  emailVerified: v.boolean(),
  name: v.string(),
  locale: v.string(),
  /** The zone in which reports and dates are shown to this person; a ledger has its own. */
  timeZone: v.string(),
  createdAt: Instant,
})
export type UserView = v.InferOutput<typeof UserView>

export const LedgerHeadView = v.strictObject({ id: Id, name: v.string(), currency: CurrencyText })

/** What a log-in hands out; the refresh token travels in the cookie alone. */
const admission = { user: UserView, accessToken: v.string(), expiresAt: Instant }
export const AdmissionView = v.strictObject(admission)

export const register = feature({
  register: route({
    method: 'POST',
    path: '/v1/users',
    who: 'anyone',
    summary: 'Register: a person, a ledger with an account and categories, and a first session',
    body: v.strictObject({
      email: EmailText,
      password: PasswordText,
      name: Name,
      timeZone: ZoneText,
      locale: LocaleText,
      currency: CurrencyText,
    }),
    answers: { 201: v.strictObject({ ...admission, ledger: LedgerHeadView }) },
    refusals: [
      'email-taken',
      'bad-email',
      'weak-password',
      'bad-zone',
      'bad-locale',
      'bad-currency',
      'too-many-attempts',
    ],
    example: {
      email: 'asha@example.org',
      password: 'correct horse battery',
      name: 'Asha',
      timeZone: 'Europe/Berlin',
      locale: 'en',
      currency: 'EUR',
    },
  }),
})
