import { onDesks } from '../../../tests/support/desk-suite.ts'
import { batchesContract } from '../../ports/batches.contract.ts'
import { payeeNamesContract } from '../../ports/payee-names.contract.ts'
import { transactionListContract } from '../../ports/transaction-list.contract.ts'
import { transactionsContract } from '../../ports/transactions.contract.ts'
import { trashContract } from '../../ports/trash.contract.ts'

onDesks('transactions', transactionsContract)
onDesks('the trash', trashContract)
onDesks('batches', batchesContract)
onDesks('payees of entries', payeeNamesContract)
onDesks('lists of transactions', transactionListContract)
