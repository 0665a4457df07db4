import type { UserView } from '../api/users.ts'
import type { User } from '../ports/users.ts'

export function userView({ id, version, email, emailVerifiedMs, name, locale, timeZone, createdMs }: User): UserView {
  const emailVerified = emailVerifiedMs !== undefined
  return { id, version, email, emailVerified, name, locale, timeZone, createdAt: createdMs }
}
