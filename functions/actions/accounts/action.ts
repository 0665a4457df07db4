import { accounts as routes } from '../../api/accounts.ts'
import { accounts, byLedger, ids, totals } from '../../compose.ts'
import { serve } from '../../edge/serve.ts'
import { addAccount } from './add-account.ts'
import { changeAccount } from './change-account.ts'
import { getAccount } from './get-account.ts'
import { getNetWorth } from './get-net-worth.ts'
import { listAccounts } from './list-accounts.ts'
import { putAccount } from './put-account.ts'
import { removeAccount } from './remove-account.ts'

export const main = serve(
  routes,
  { ...byLedger, accounts, ids, totals },
  { listAccounts, getNetWorth, addAccount, getAccount, putAccount, changeAccount, removeAccount },
)
