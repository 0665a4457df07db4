import { attempts, clock, principals, secrets, transactions, users } from '../../compose.ts'
import { onEvent } from '../../edge/event.ts'
import { housekeeping } from './housekeeping.ts'

export const main = onEvent('housekeeping', { attempts, clock, principals, secrets, transactions, users }, housekeeping)
