import {
  attempts,
  clock,
  mailTokens,
  objects,
  principals,
  secrets,
  sessions,
  shelf,
  transactions,
  users,
} from '../../compose.ts'
import { onEvent } from '../../edge/event.ts'
import { housekeeping } from './housekeeping.ts'

export const main = onEvent(
  'housekeeping',
  { attempts, clock, mailTokens, objects, principals, secrets, sessions, shelf, transactions, users },
  housekeeping,
)
