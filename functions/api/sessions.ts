import * as v from 'valibot'
import { feature, route } from './route.ts'
import { Id, Instant } from './shapes.ts'
import { AdmissionView, EmailText, PasswordText } from './users.ts'

export const SessionView = v.strictObject({
  id: Id,
  /** The session that asks. */
  current: v.boolean(),
  /** The browser or program, as it named itself. */
  agent: v.string(),
  createdAt: Instant,
  lastSeenAt: Instant,
  expiresAt: Instant,
})

export const login = feature({
  logIn: route({
    method: 'POST',
    path: '/v1/sessions',
    who: 'anyone',
    summary: 'Log in',
    body: v.strictObject({ email: EmailText, password: PasswordText }),
    answers: { 200: AdmissionView },
    refusals: ['wrong-credentials', 'not-acceptable-origin', 'too-many-attempts'],
    example: { email: 'asha@example.org', password: 'correct horse battery' },
  }),
  refresh: route({
    method: 'POST',
    path: '/v1/sessions/refresh',
    who: 'anyone',
    summary: 'Trade the refresh cookie for a new access token and a new cookie',
    headers: ['cookie'],
    answers: { 200: AdmissionView },
    refusals: ['refresh-refused', 'not-acceptable-origin'],
  }),
  listSessions: route({
    method: 'GET',
    path: '/v1/sessions',
    who: 'session',
    summary: 'Where this person is logged in',
    answers: { 200: v.strictObject({ items: v.array(SessionView) }) },
    refusals: [],
  }),
  endSession: route({
    method: 'DELETE',
    path: '/v1/sessions/{id}',
    who: 'token',
    summary: 'Log out: this session (`current`) or, while it lives, another one; twice is the same as once',
    params: { id: v.union([Id, v.literal('current')]) },
    answers: { 204: 'empty' },
    refusals: [],
  }),
})
