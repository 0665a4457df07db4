import { transactions as routes } from '../../api/transactions.ts'
import { accounts, byLedger, categories, ids, totals, transactions } from '../../compose.ts'
import { serve } from '../../edge/serve.ts'
import { addTransaction } from './add-transaction.ts'
import { batchTransactions } from './batch-transactions.ts'
import { changeTransaction } from './change-transaction.ts'
import { exportTransactions } from './export-transactions.ts'
import { getTransaction } from './get-transaction.ts'
import { listDays } from './list-days.ts'
import { listTransactions } from './list-transactions.ts'
import { listTrash } from './list-trash.ts'
import { putTransaction } from './put-transaction.ts'
import { removeTransaction } from './remove-transaction.ts'
import { restoreTransaction } from './restore-transaction.ts'

export const main = serve(
  routes,
  { ...byLedger, accounts, categories, ids, totals, transactions },
  {
    listTransactions,
    listDays,
    addTransaction,
    listTrash,
    exportTransactions,
    batchTransactions,
    getTransaction,
    putTransaction,
    changeTransaction,
    removeTransaction,
    restoreTransaction,
  },
)
