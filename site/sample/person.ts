import type { UserView } from '../../functions/api/users.ts'
import type { Api } from '../api.ts'
import { answered } from './answers.ts'
import { type Newcomer, sampleUser } from './world.ts'

/** Who looks around in the sample. */
export function personFor({ locale, timeZone, now }: Newcomer): UserView {
  return {
    id: sampleUser,
    version: 1,
    email: 'asha@example.org',
    emailVerified: true,
    name: 'Asha',
    locale,
    timeZone,
    createdAt: now(),
  }
}

/** The person's own page: name and locale can be tried; there is no password and nowhere else to be logged in. */
export function profile(user: UserView): Pick<Api['profile'], 'getMe' | 'changeMe'> {
  let me = user
  return {
    getMe: async () => answered(200, me),
    changeMe: async ({ body }) => {
      const { name = me.name, locale = me.locale, timeZone = me.timeZone } = body
      me = { ...me, name, locale, timeZone, version: me.version + 1 }
      return answered(200, me)
    },
  }
}

export function sessions({ createdAt, id }: UserView): Pick<Api['login'], 'listSessions' | 'endSession'> {
  const one = { id, current: true, agent: '', createdAt, lastSeenAt: createdAt, expiresAt: createdAt }
  return {
    listSessions: async () => answered(200, { items: [one] }),
    endSession: async () => answered(204, undefined),
  }
}
