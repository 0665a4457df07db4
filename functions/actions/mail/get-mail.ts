import type { mail as routes } from '../../api/mail.ts'
import type { Handler } from '../../edge/handler.ts'
import { type MailViewNeeds, showMail } from './mail-view.ts'

export const getMail: Handler<typeof routes.getMail, MailViewNeeds> = (needs, { userId }) => showMail(needs, userId)
