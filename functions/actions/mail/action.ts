import { mail } from '../../api/mail.ts'
import {
  attempts,
  bySession,
  ids,
  letters,
  mailer,
  mailPreferences,
  mailTokens,
  publicUrl,
  secrets,
  users,
} from '../../compose.ts'
import { serve } from '../../edge/serve.ts'
import { askVerification } from './ask-verification.ts'
import { changeMail } from './change-mail.ts'
import { getMail } from './get-mail.ts'
import { unsubscribe } from './unsubscribe.ts'
import { verify } from './verify.ts'

export const main = serve(
  mail,
  { ...bySession, attempts, ids, letters, mailer, mailPreferences, mailTokens, publicUrl, secrets, users },
  { getMail, changeMail, askVerification, verify, unsubscribe },
)
