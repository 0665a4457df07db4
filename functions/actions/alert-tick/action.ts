import {
  alerts,
  budgets,
  categories,
  clock,
  ledgers,
  letters,
  mailer,
  mailPreferences,
  mailTokens,
  publicUrl,
  secrets,
  timeLimitMs,
  totals,
  transactions,
  users,
} from '../../compose.ts'
import { onEvent } from '../../edge/event.ts'
import { alertTick } from './alert-tick.ts'

export const main = onEvent(
  'alert-tick',
  {
    alerts,
    budgets,
    categories,
    clock,
    ledgers,
    letters,
    mailer,
    mailPreferences,
    mailTokens,
    publicUrl,
    secrets,
    timeLimitMs,
    totals,
    transactions,
    users,
  },
  alertTick,
)
