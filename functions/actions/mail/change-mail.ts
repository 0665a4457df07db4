import type { mail as routes } from '../../api/mail.ts'
import type { Handler } from '../../edge/handler.ts'
import type { Clock } from '../../ports/clock.ts'
import { mailKinds } from '../../ports/mail-preferences.ts'
import { type MailViewNeeds, showMail } from './mail-view.ts'

type Needs = MailViewNeeds & { readonly clock: Clock }

export const changeMail: Handler<typeof routes.changeMail, Needs> = async (needs, { userId }, { body }) => {
  const now = needs.clock.now()
  for (const kind of mailKinds) {
    const isOn = body[kind]
    if (isOn !== undefined) await needs.mailPreferences.set(userId, kind, isOn, now)
  }
  return showMail(needs, userId)
}
