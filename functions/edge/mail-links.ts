import type { Clock } from '../ports/clock.ts'
import type { SwitchableMail } from '../ports/mail-preferences.ts'
import type { MailToken, MailTokens } from '../ports/mail-tokens.ts'
import type { Secrets } from '../ports/secrets.ts'
import type { User } from '../ports/users.ts'

export interface LinkNeeds {
  readonly clock: Clock
  readonly mailTokens: MailTokens
  readonly publicUrl: string
  readonly secrets: Secrets
}

const day = 86_400_000

/** Minutes for which the link in a mail proves that somebody reads mail there. */
export const verificationMinutes = 30

export interface UnsubscribeLink {
  /** A page for people. */
  readonly page: string
  /** An address that a mail program posts to (RFC 8058). */
  readonly oneClick: string
  /** For a mail that nobody has taken: no row is left behind for a link that is nowhere. */
  takeBack(): Promise<void>
}

/** Where mails of this kind are switched off. */
export async function unsubscribeLink(needs: LinkNeeds, user: User, kind: SwitchableMail): Promise<UnsubscribeLink> {
  const { secret, hash } = await made(needs, user, `off-${kind}`, 400 * day)
  return {
    page: unsubscribePage(needs.publicUrl, secret),
    oneClick: `${needs.publicUrl}/v1/unsubscribe/${secret}`,
    takeBack: () => needs.mailTokens.remove(hash),
  }
}

/** The secret stands behind the #, so that it is in no log of any server on the way. */
export function unsubscribePage(publicUrl: string, secret: string): string {
  return `${publicUrl}/unsubscribe#${secret}`
}

/** Its secret, too, stands behind the #. */
export async function verificationLink(needs: LinkNeeds, user: User): Promise<string> {
  const { secret } = await made(needs, user, 'verify', verificationMinutes * 60_000)
  return `${needs.publicUrl}/verify#${secret}`
}

async function made(
  needs: LinkNeeds,
  user: User,
  purpose: MailToken['purpose'],
  lifeMs: number,
): Promise<{ readonly secret: string; readonly hash: string }> {
  const { secret, token } = newToken(needs, user, purpose, lifeMs)
  await needs.mailTokens.add(token)
  return { secret, hash: token.hash }
}

/** The secret of a link, and what is kept of it: that is not kept yet. */
export function newToken(
  { clock, secrets }: Pick<LinkNeeds, 'clock' | 'secrets'>,
  { id: userId, email }: User,
  purpose: MailToken['purpose'],
  lifeMs: number,
): { readonly secret: string; readonly token: MailToken } {
  const { secret, hash } = secrets.make()
  const createdMs = clock.now()
  return { secret, token: { hash, userId, purpose, email, createdMs, expiresMs: createdMs + lifeMs } }
}
