import { onDesks } from '../../../tests/support/desk-suite.ts'
import { budgetsContract } from '../../ports/budgets.contract.ts'

onDesks('budgets', budgetsContract)
