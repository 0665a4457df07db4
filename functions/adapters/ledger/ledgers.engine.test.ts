import { onDesks } from '../../../tests/support/desk-suite.ts'
import { ledgersContract } from '../../ports/ledgers.contract.ts'

onDesks('ledgers', ledgersContract)
