import { login } from '../../api/sessions.ts'
import {
  attempts,
  bySession,
  ids,
  ledgers,
  newSchedules,
  passwords,
  principals,
  publicUrl,
  secrets,
  tokenWriter,
  users,
} from '../../compose.ts'
import { serve } from '../../edge/serve.ts'
import { endSession } from './end-session.ts'
import { listSessions } from './list-sessions.ts'
import { logIn } from './log-in.ts'
import { refresh } from './refresh.ts'

export const main = serve(
  login,
  {
    ...bySession,
    attempts,
    ids,
    ledgers,
    passwords,
    principals,
    publicUrl,
    schedules: newSchedules,
    secrets,
    tokenWriter,
    users,
  },
  { endSession, listSessions, logIn, refresh },
)
