import { statements as routes } from '../../api/statements.ts'
import { accounts, byLedger, clock, reckonings } from '../../compose.ts'
import { serve } from '../../edge/serve.ts'
import { getStatement } from './get-statement.ts'
import { putStatement } from './put-statement.ts'
import { removeStatement } from './remove-statement.ts'

export const main = serve(
  routes,
  { ...byLedger, accounts, clock, reckonings },
  { getStatement, putStatement, removeStatement },
)
