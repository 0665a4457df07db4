import * as v from 'valibot'
import { feature, route } from './route.ts'
import { Name } from './shapes.ts'
import { AdmissionView, LocaleText, PasswordText, UserView, ZoneText } from './users.ts'

export const profile = feature({
  getMe: route({
    method: 'GET',
    path: '/v1/me',
    who: 'session',
    summary: 'The person who asks',
    answers: { 200: UserView },
    refusals: [],
  }),
  changeMe: route({
    method: 'PATCH',
    path: '/v1/me',
    who: 'session',
    summary: 'Change name, locale or display zone',
    headers: ['if-match'],
    body: v.strictObject({ name: v.optional(Name), locale: v.optional(LocaleText), timeZone: v.optional(ZoneText) }),
    answers: { 200: UserView },
    refusals: ['bad-locale', 'bad-zone', 'version-mismatch'],
    example: { name: 'Asha' },
  }),
  changePassword: route({
    method: 'PUT',
    path: '/v1/me/password',
    who: 'session',
    summary: 'Change the password; every session ends, and a new one begins with the answer',
    body: v.strictObject({ currentPassword: PasswordText, newPassword: PasswordText }),
    answers: { 200: AdmissionView },
    refusals: ['wrong-password', 'weak-password', 'too-many-attempts'],
    example: { currentPassword: 'correct horse battery', newPassword: 'staple a longer battery' },
  }),
  leave: route({
    method: 'DELETE',
    path: '/v1/me',
    who: 'session',
    summary: 'Delete the person, the ledgers owned alone, and everything in them',
    body: v.strictObject({ password: PasswordText }),
    answers: { 204: 'empty' },
    refusals: ['wrong-password', 'sole-owner', 'too-many-attempts'],
    example: { password: 'correct horse battery' },
  }),
})
