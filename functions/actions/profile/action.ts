import { profile } from '../../api/me.ts'
import {
  attempts,
  bySession,
  ids,
  objects,
  passwordChanges,
  passwords,
  principals,
  publicUrl,
  schedules,
  secrets,
  shelf,
  tokenWriter,
  users,
} from '../../compose.ts'
import { serve } from '../../edge/serve.ts'
import { changeMe } from './change-me.ts'
import { changePassword } from './change-password.ts'
import { getMe } from './get-me.ts'
import { leave } from './leave.ts'

export const main = serve(
  profile,
  {
    ...bySession,
    attempts,
    ids,
    objects,
    passwordChanges,
    passwords,
    principals,
    publicUrl,
    schedules,
    secrets,
    shelf,
    tokenWriter,
    users,
  },
  { changeMe, changePassword, getMe, leave },
)
