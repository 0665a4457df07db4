import { onDesks } from '../../../tests/support/desk-suite.ts'
import { payeesContract } from '../../ports/payees.contract.ts'

onDesks('payees', payeesContract)
