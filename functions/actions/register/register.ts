import type { Ask, Reply } from '../../api/route.ts'
import type { register as feature } from '../../api/users.ts'
import { currencyOf } from '../../domain/currency.ts'
import { isEmail, normalEmail } from '../../domain/email.ts'
import { firstLedger } from '../../domain/first-ledger.ts'
import type { LedgerId, UserId } from '../../domain/ids.ts'
import { canonicalLocale } from '../../domain/locale.ts'
import { isWeak } from '../../domain/password.ts'
import { at, type Refusal } from '../../domain/refusal.ts'
import { ok, type Result, refuse } from '../../domain/result.ts'
import { isZone } from '../../domain/zone.ts'
import { type AdmissionNeeds, admit } from '../../edge/admission.ts'
import { registrationLimits, withinLimits } from '../../edge/limits.ts'
import { tryVerification, type VerificationNeeds } from '../../edge/verification.ts'
import type { Attempts } from '../../ports/attempts.ts'
import type { Instant } from '../../ports/clock.ts'
import type { Passwords } from '../../ports/passwords.ts'
import type { User, Users } from '../../ports/users.ts'

interface Needs extends AdmissionNeeds, VerificationNeeds {
  readonly passwords: Passwords
  readonly users: Users
  readonly attempts: Attempts
}

type Route = typeof feature.register
type Wish = Ask<Route>['body']

/**
 * In steps that can each be taken again: whoever is cut off registers again with the same password, or logs in, and
 * goes on from there with the ids that were made first.
 */
export async function register(
  needs: Needs,
  _: undefined,
  { body, caller }: Ask<Route>,
): Promise<Result<Reply<Route>, Refusal>> {
  const now = needs.clock.now()

  // 1: shape, limits, hash
  const facts = factsOf(body)
  if (!facts.ok) return facts
  const emailKey = needs.secrets.hashOf(facts.value.email)
  const within = await withinLimits(needs.attempts, registrationLimits(needs.secrets, caller.address, emailKey), now)
  if (!within.ok) return within
  const passwordHash = await needs.passwords.hash(body.password)

  // 2: ids, made once
  const ids = { id: needs.ids.next() as UserId, ledgerId: needs.ids.next() as LedgerId }
  const wanted: User = { ...facts.value, ...ids, passwordHash, version: 1, state: 'pending', createdMs: now }

  // 3: the person, pending
  const user = (await needs.users.add(wanted, emailKey))
    ? wanted
    : await resumed(needs, wanted, body.password, emailKey)
  if (!user) return refuse({ kind: 'email-taken', pointer: '/email' })

  // 4 and 5: the ledger, then active with a session
  const admitted = await admit(needs, user, caller.agent, now)
  if (!admitted) return refuse({ kind: 'email-taken', pointer: '/email' })

  // 6
  await tryVerification(needs, user)
  const { ledgerId, name, currency } = firstLedger(user, now)
  const ledger = { id: ledgerId, name, currency: currency.code }
  return ok({ status: 201, headers: { ...admitted.headers }, body: { ...admitted.body, ledger } })
}

/** What is known of the person from now on, each fact in its one spelling. */
function factsOf({ email, password, name, timeZone, locale, currency }: Wish): Result<Facts, Refusal> {
  const address = normalEmail(email)
  if (!isEmail(address)) return refuse({ kind: 'bad-email', pointer: '/email' })
  if (isWeak(password, address)) return refuse({ kind: 'weak-password', pointer: '/password' })
  if (!isZone(timeZone)) return refuse({ kind: 'bad-zone', pointer: '/timeZone' })
  const language = canonicalLocale(locale)
  if (!language) return refuse({ kind: 'bad-locale', pointer: '/locale' })
  const money = currencyOf(currency)
  if (!money.ok) return refuse(at('/currency', money.error))
  return ok({ email: address, name: name.trim(), timeZone, locale: language, currency: money.value.code })
}

type Facts = Pick<User, 'email' | 'name' | 'timeZone' | 'locale' | 'currency'>

/** Long enough for whoever was cut off to try again; then an address that led to nothing is free for its owner. */
const pendingMs: Instant = 3_600_000

/** The address is taken: perhaps by this very person, who was cut off, or by one who was and has given up. */
async function resumed(
  { users, passwords, ledgers }: Needs,
  wanted: User,
  password: string,
  emailKey: string,
): Promise<User | undefined> {
  const there = await users.byEmail(emailKey)
  if (there?.state !== 'pending') return undefined
  if (await passwords.verify(password, there.passwordHash)) return there

  const abandoned = there.createdMs < wanted.createdMs - pendingMs && !(await ledgers.standing(there.id))
  const anew: User = { ...wanted, id: there.id, ledgerId: there.ledgerId }
  return abandoned && (await users.replacePending(anew, there.passwordHash)) ? anew : undefined
}
