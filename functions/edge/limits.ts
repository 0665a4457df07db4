import { networkOf } from '../domain/network.ts'
import type { Refusal } from '../domain/refusal.ts'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { Attempts, Window } from '../ports/attempts.ts'
import type { Instant } from '../ports/clock.ts'
import type { Secrets } from '../ports/secrets.ts'

/** At most so many attempts of a key in a window of fixed length. */
export interface Limit {
  readonly key: string
  readonly most: number
  readonly windowMs: number
}

const minute = 60_000
const hour = 60 * minute

/** Windows that began this long before are over, whichever they are. */
export const longestWindowMs = hour

/** Counts an attempt before it costs anything else; refuses it, and counts nothing, where a limit is used up. */
export async function withinLimits(
  attempts: Attempts,
  limits: readonly Limit[],
  now: Instant,
): Promise<Result<undefined, Refusal>> {
  const full = await attempts.count(limits.map((limit) => windowOf(limit, now)))
  return full ? refuse(tooMany(limits, full, now)) : ok(undefined)
}

export function windowOf({ key, most, windowMs }: Limit, now: Instant): Window {
  return { key, most, startMs: now - (now % windowMs) }
}

export function tooMany(limits: readonly Limit[], { key, startMs }: Window, now: Instant): Refusal {
  const windowMs = limits.find((limit) => limit.key === key)?.windowMs ?? longestWindowMs
  return { kind: 'too-many-attempts', retryAfterS: Math.ceil((startMs + windowMs - now) / 1000) }
}

/** Nobody is told apart who comes from an address that says nothing: such a limit is left out. */
export function logInLimits({ hashOf }: Secrets, address: string, emailKey: string): readonly Limit[] {
  const network = networkOf(address)
  return [
    ...(network === undefined ? [] : [{ key: `login:from:${hashOf(network)}`, most: 100, windowMs: hour }]),
    ...personalLimits(hashOf(`${emailKey} ${network ?? ''}`), emailKey),
  ]
}

/** One network alone has 40 an hour for one person, and so cannot use up what the person has in all. */
function personalLimits(pair: string, emailKey: string): readonly Limit[] {
  return [
    { key: `login:pair:${pair}`, most: 10, windowMs: 15 * minute },
    { key: `login:for:${emailKey}`, most: 50, windowMs: hour },
  ]
}

export function registrationLimits({ hashOf }: Secrets, address: string, emailKey: string): readonly Limit[] {
  const network = networkOf(address)
  return [
    ...(network === undefined ? [] : [{ key: `register:from:${hashOf(network)}`, most: 20, windowMs: hour }]),
    { key: `register:for:${emailKey}`, most: 10, windowMs: hour },
  ]
}

/**
 * Mails to whoever has forgotten a password: counted by who asks and by the address that is asked about, whether or not it is
 * somebody's. One network alone has five an hour for one address, and so cannot use up what its owner has in all.
 */
export function resetLimits({ hashOf }: Secrets, address: string, emailKey: string): readonly Limit[] {
  const network = networkOf(address)
  return [
    ...(network === undefined ? [] : [{ key: `reset:from:${hashOf(network)}`, most: 20, windowMs: hour }]),
    { key: `reset:pair:${hashOf(`${emailKey} ${network ?? ''}`)}`, most: 5, windowMs: hour },
    { key: `reset:for:${emailKey}`, most: 10, windowMs: hour },
  ]
}

/** Of somebody who is logged in and has to say the password once more. */
export const passwordLimits = (userId: string): readonly Limit[] => [
  { key: `password:${userId}`, most: 10, windowMs: 15 * minute },
]

/** Reports that a person has made or mailed by hand: each of them is work. */
export const reportLimits = (userId: string): readonly Limit[] => [
  { key: `report:${userId}`, most: 30, windowMs: hour },
]

/** Mails with a link that a person asks for. */
export const verificationLimits = (userId: string): readonly Limit[] => [
  { key: `verification:${userId}`, most: 5, windowMs: hour },
]

/** Tokens out of links that somebody tries, where they come from somewhere. */
export function tokenLimits({ hashOf }: Secrets, address: string): readonly Limit[] {
  const network = networkOf(address)
  return network === undefined ? [] : [{ key: `token:from:${hashOf(network)}`, most: 100, windowMs: hour }]
}

/** The password was right: what this person has tried before is forgotten, but not what has come from the network. */
export async function forgive(attempts: Attempts, limits: readonly Limit[]): Promise<void> {
  await attempts.forget(limits.map(({ key }) => key).filter((key) => !key.includes(':from:')))
}

/** The keys that name a person, for one who leaves; the others are hashes that nobody can lead back. */
export const personalKeys = (userId: string, emailKey: string): readonly string[] => [
  `login:for:${emailKey}`,
  `register:for:${emailKey}`,
  `reset:for:${emailKey}`,
  `password:${userId}`,
  `report:${userId}`,
  `verification:${userId}`,
]
