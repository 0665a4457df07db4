import { payees as routes } from '../../api/payees.ts'
import { byLedger, ids, payees } from '../../compose.ts'
import { serve } from '../../edge/serve.ts'
import { addPayee } from './add-payee.ts'
import { changePayee } from './change-payee.ts'
import { getPayee } from './get-payee.ts'
import { listPayees } from './list-payees.ts'
import { mergePayee } from './merge-payee.ts'
import { putPayee } from './put-payee.ts'
import { removePayee } from './remove-payee.ts'

export const main = serve(
  routes,
  { ...byLedger, payees, ids },
  { listPayees, addPayee, getPayee, putPayee, changePayee, mergePayee, removePayee },
)
