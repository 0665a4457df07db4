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
  passwordChanges,
  passwords,
  pause,
  principals,
  publicUrl,
  secrets,
  shelf,
  users,
} from '../../compose.ts'
import { serve } from '../../edge/serve.ts'
import { askReset } from './ask-reset.ts'
import { askVerification } from './ask-verification.ts'
import { changeMail } from './change-mail.ts'
import { getMail } from './get-mail.ts'
import { openUnsubscribe } from './open-unsubscribe.ts'
import { resetPassword } from './reset-password.ts'
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
    passwordChanges,
    passwords,
    pause,
    principals,
    publicUrl,
    secrets,
    shelf,
    users,
  },
  { getMail, changeMail, askVerification, verify, askReset, resetPassword, takeEvents, unsubscribe, openUnsubscribe },
)
