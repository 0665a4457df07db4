import { randomUUID } from 'node:crypto'
import type { Answer, Asked, Call } from './client.ts'

/** Somebody who has registered, with a way to ask for things. */
export interface Person {
  readonly call: Call
  readonly email: string
  readonly password: string
  readonly userId: string
  readonly ledgerId: string
  /** What the latest log-in or refresh gave out. */
  token: string
  cookie: string
  /** Asks with this person's token. */
  ask(method: string, path: string, body?: unknown, headers?: Asked['headers']): Promise<Answer>
  /** As `ask`, below this person's own ledger. */
  ledger(method: string, path: string, body?: unknown, headers?: Asked['headers']): Promise<Answer>
}

export interface Origin {
  readonly name: string
  readonly currency: string
  readonly timeZone: string
}

const password = 'correct horse battery'

/** Registers somebody new, from an address that nobody else has used: registrations are limited by address. */
export async function register(call: Call, origin: Partial<Origin> = {}): Promise<Person> {
  const email = `${randomUUID()}@example.org`
  const usual = { name: 'Asha', currency: 'EUR', timeZone: 'Europe/Berlin', locale: 'en' }
  const answer = await call('POST', '/v1/users', {
    body: { ...usual, ...origin, email, password },
    headers: elsewhere(),
  })
  if (answer.status !== 201) throw new Error(`Nobody could register: ${answer.status} ${JSON.stringify(answer.body)}`)
  const { user, ledger, accessToken } = answer.body as Admission & { readonly ledger: { readonly id: string } }

  const person: Person = {
    call,
    email,
    password,
    userId: user.id,
    ledgerId: ledger.id,
    token: accessToken,
    cookie: cookieIn(answer),
    ask: (method, path, body, headers) => call(method, path, { token: person.token, body, headers }),
    ledger: (method, path, body, headers) => person.ask(method, `/v1/ledgers/${ledger.id}${path}`, body, headers),
  }
  return person
}

interface Admission {
  readonly accessToken: string
  readonly user: { readonly id: string }
}

/** Another log-in of the same person; the person's own token stays what it was. */
export async function logInAgain(person: Person): Promise<{ token: string; cookie: string; sessionId: string }> {
  const { email, password } = person
  const answer = await person.call('POST', '/v1/sessions', { body: { email, password }, headers: elsewhere() })
  if (answer.status !== 200) throw new Error(`Nobody could log in: ${JSON.stringify(answer.body)}`)
  const { accessToken } = answer.body as Admission
  return { token: accessToken, cookie: cookieIn(answer), sessionId: sessionOf(accessToken) }
}

/** Takes a new token by the refresh cookie, as a page does when its token has run out. */
export async function refresh(person: Person): Promise<void> {
  const answer = await person.call('POST', '/v1/sessions/refresh', { headers: { cookie: person.cookie } })
  if (answer.status !== 200) throw new Error(`No refresh: ${answer.status} ${JSON.stringify(answer.body)}`)
  person.token = (answer.body as Admission).accessToken
  person.cookie = cookieIn(answer)
}

/** Name and value of the cookie that an answer sets. */
export function cookieIn({ headers }: Answer): string {
  return headers['set-cookie']?.split(';')[0] ?? ''
}

export function claimsOf(token: string): { readonly sid: string; readonly sub: string; readonly iat_ms: number } {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
}

export const sessionOf = (token: string): string => claimsOf(token).sid

let callers = 0

/** An address of its own for each caller, as a proxy on this machine would pass it on. */
export function elsewhere(): { readonly 'x-forwarded-for': string } {
  callers += 1
  return { 'x-forwarded-for': `198.18.${callers >> 8}.${callers & 255}` }
}
