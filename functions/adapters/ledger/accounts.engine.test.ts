import { onDesks } from '../../../tests/support/desk-suite.ts'
import { accountsContract } from '../../ports/accounts.contract.ts'

onDesks('accounts', accountsContract)
