import { onDesks } from '../../../tests/support/desk-suite.ts'
import { totalsContract } from '../../ports/totals.contract.ts'

onDesks('totals', totalsContract)
