import type { MailView } from '../../api/mail.ts'
import type { UserId } from '../../domain/ids.ts'
import type { Refusal } from '../../domain/refusal.ts'
import { ok, type Result, refuse } from '../../domain/result.ts'
import type { MailPreferences } from '../../ports/mail-preferences.ts'
import type { Users } from '../../ports/users.ts'

export interface MailViewNeeds {
  readonly mailPreferences: MailPreferences
  readonly users: Users
}

export async function showMail(
  { mailPreferences, users }: MailViewNeeds,
  userId: UserId,
): Promise<Result<{ readonly status: 200; readonly body: MailView }, Refusal>> {
  const [user, { kinds, stopped }] = await Promise.all([users.byId(userId), mailPreferences.of(userId)])
  // gone since the session was proven
  if (!user) return refuse({ kind: 'unauthenticated' })
  const verified = user.emailVerifiedMs !== undefined
  return ok({ status: 200, body: { address: user.email, verified, ...(stopped && { stopped }), kinds: { ...kinds } } })
}
