import { register as feature } from '../../api/users.ts'
import {
  attempts,
  clock,
  ids,
  ledgers,
  letters,
  mailer,
  mailTokens,
  newSchedules,
  passwords,
  publicUrl,
  secrets,
  sessions,
  tokenWriter,
  users,
} from '../../compose.ts'
import { serve } from '../../edge/serve.ts'
import { register } from './register.ts'

export const main = serve(
  feature,
  {
    attempts,
    clock,
    ids,
    ledgers,
    letters,
    mailer,
    mailTokens,
    passwords,
    publicUrl,
    schedules: newSchedules,
    secrets,
    sessions,
    tokenWriter,
    users,
  },
  { register },
)
