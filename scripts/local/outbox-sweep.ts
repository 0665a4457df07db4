import { keptMails, removeMail } from '../../functions/adapters/mail/outbox.ts'
import { needed } from '../../functions/adapters/setting.ts'
import { secrets, users } from '../../functions/compose.ts'
import { normalEmail } from '../../functions/domain/email.ts'
import { mail } from '../../functions/settings.ts'

/** Who leaves leaves nothing behind: mails in the outbox go once nobody has their address any more. */
export async function sweepOutbox({ env }: { readonly env: object }): Promise<void> {
  const mails = needed(env, mail)
  if (mails.way !== 'outbox') return
  const [people, { hashOf }] = [await users(env), await secrets()]
  for (const { id, to } of await keptMails(mails.folder)) {
    if (!(await people.byEmail(hashOf(normalEmail(to.address))))) await removeMail(mails.folder, id)
  }
}
