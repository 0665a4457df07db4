import { mail } from '../../api/mail.ts'
import {
  attempts,
  bySession,
  ids,
  letters,
  mailEvents,
  mailer,
  mailPreferences,
  mailTokens,
  publicUrl,
  secrets,
  shelf,
  users,
} from '../../compose.ts'
import { serve } from '../../edge/serve.ts'
import { askVerification } from './ask-verification.ts'
import { changeMail } from './change-mail.ts'
import { getMail } from './get-mail.ts'
import { openUnsubscribe } from './open-unsubscribe.ts'
import { takeEvents } from './take-events.ts'
import { unsubscribe } from './unsubscribe.ts'
import { verify } from './verify.ts'

export const main = serve(
  mail,
  {
    ...bySession,
    attempts,
    ids,
    letters,
    mailer,
    mailEvents,
    mailPreferences,
    mailTokens,
    publicUrl,
    secrets,
    shelf,
    users,
  },
  { getMail, changeMail, askVerification, verify, takeEvents, unsubscribe, openUnsubscribe },
)
