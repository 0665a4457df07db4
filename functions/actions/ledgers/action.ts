import { ledgers as routes } from '../../api/ledgers.ts'
import { byLedger } from '../../compose.ts'
import { serve } from '../../edge/serve.ts'
import { changeLedger } from './change-ledger.ts'
import { getLedger } from './get-ledger.ts'
import { listLedgers } from './list-ledgers.ts'

export const main = serve(routes, byLedger, { listLedgers, getLedger, changeLedger })
